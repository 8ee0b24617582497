using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Mavlink;

/// <summary>One text of a vehicle to its people, whole.</summary>
public sealed record StatusLine(byte SystemId, byte ComponentId, MavSeverity Severity, string Text);
