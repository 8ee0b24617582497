namespace DroneFarm.Mavlink;

/// <summary>Where things stand in a frame. Source: mavlink.io, "Packet serialization".</summary>
/// <remarks>
/// <code>
/// v1   FE len seq sys comp id                    payload crc crc
/// v2   FD len incompat compat seq sys comp id*3  payload crc crc [link time*6 signature*6]
/// </code>
/// </remarks>
internal static class FrameLayout
{
    public const byte MagicV1 = 0xFE, MagicV2 = 0xFD;
    public const int HeaderV1 = 6, HeaderV2 = 10, CrcLength = 2, SignatureLength = 13;
    public const int OverheadV1 = HeaderV1 + CrcLength, OverheadV2 = HeaderV2 + CrcLength;
    public const int MaxLength = OverheadV2 + 255 + SignatureLength;

    /// <summary>The one incompatibility flag that is defined; a frame with any other must be dropped.</summary>
    public const byte FlagSigned = 0x01;
}
