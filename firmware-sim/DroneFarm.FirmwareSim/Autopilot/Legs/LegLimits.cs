namespace DroneFarm.FirmwareSim.Autopilot.Legs;

/// <summary>What one leg may ask of the vehicle along its own direction.</summary>
internal readonly record struct LegLimits(double SpeedMps, double AccelMps2, double JerkMps3, double SnapMps4);
