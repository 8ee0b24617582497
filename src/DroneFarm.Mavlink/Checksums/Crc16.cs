namespace DroneFarm.Mavlink.Checksums;

/// <summary>CRC-16/MCRF4XX: polynomial 0x1021 reflected, start value 0xFFFF, no final exclusive-or. Source: mavlink.io, "Packet serialization".</summary>
internal static class Crc16
{
    /// <summary>Over <paramref name="data"/> and then one byte more, the message's CRC_EXTRA.</summary>
    public static ushort Of(ReadOnlySpan<byte> data, byte extra) =>
        CrcFold.IsSupported && data.Length is >= CrcFold.MinLength and <= CrcFold.MaxLength
            ? CrcFold.Of(data, extra)
            : CrcTables.Next(CrcTables.Of(ushort.MaxValue, data), extra);
}
