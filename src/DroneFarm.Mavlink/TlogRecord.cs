namespace DroneFarm.Mavlink;

/// <summary>A packet and the moment it was received or sent.</summary>
public readonly record struct TlogRecord(DateTimeOffset Time, Packet Packet);
