namespace DroneFarm.Mavlink;

/// <summary>What the bytes at one place turned out to be.</summary>
internal enum FrameVerdict
{
    Valid,

    /// <summary>So far it looks like a frame; more bytes decide.</summary>
    Incomplete,

    /// <summary>No magic byte, flags that must be rejected, or a length that its message cannot have.</summary>
    NoFrame,
    UnknownId,
    BadCrc,
}
