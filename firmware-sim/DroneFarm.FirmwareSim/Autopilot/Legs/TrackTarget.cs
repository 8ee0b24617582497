using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Legs;

/// <summary>Where the vehicle should be now, how fast, and with what acceleration already reckoned with.</summary>
internal readonly record struct TrackTarget(Position3 Place, Position3 VelocityMps, Position3 AccelMps2);
