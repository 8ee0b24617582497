using DroneFarm.Core.Geo;

namespace DroneFarm.Flight.Vehicles;

/// <summary>The wind as the vehicle estimates it (WIND).</summary>
/// <param name="From">Where it blows from.</param>
public readonly record struct Breeze(double SpeedMps, Heading From);
