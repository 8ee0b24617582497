using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Vehicles;

/// <summary>What the autopilot's heartbeat says.</summary>
/// <param name="Mode">Of ArduCopter; a number outside the enum stays that number.</param>
public readonly record struct Pulse(CopterMode Mode, bool Armed, MavState Status);
