namespace DroneFarm.Mavlink.Security;

/// <summary>What one frame is signed with.</summary>
/// <param name="Key">The secret of the link's two ends.</param>
/// <param name="LinkId">Tells the links of one system apart: each has a row of timestamps of its own.</param>
/// <param name="Timestamp">In the unit of <see cref="SigningClock"/>; must rise from frame to frame.</param>
public readonly record struct Signing(SigningKey Key, byte LinkId, ulong Timestamp);
