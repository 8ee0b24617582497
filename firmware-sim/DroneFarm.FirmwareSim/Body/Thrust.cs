using DroneFarm.Core.Geo;

namespace DroneFarm.FirmwareSim.Body;

/// <summary>What the autopilot asks of the motors for one step.</summary>
/// <param name="Running">False: motors stopped, the vehicle stands or falls.</param>
/// <param name="Horizontal">Acceleration wanted over ground, m/s².</param>
/// <param name="VerticalMps2">Acceleration wanted upwards, m/s².</param>
/// <param name="YawRadPerS">Turn wanted, clockwise positive.</param>
internal readonly record struct Thrust(bool Running, LocalVector Horizontal, double VerticalMps2, double YawRadPerS)
{
    public static Thrust Off => default;
}
