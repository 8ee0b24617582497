using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Exchanges;

/// <summary>The place of a command in COMMAND_INT.</summary>
/// <param name="LatE7">Degrees x 1e7.</param>
public readonly record struct CommandPlace(MavFrame Frame, int LatE7, int LonE7);
