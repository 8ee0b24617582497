namespace DroneFarm.Flight.Exchanges;

/// <summary>How two clocks stand to each other.</summary>
/// <param name="Answers">How many answers it rests on; 0: nothing is known.</param>
/// <param name="RoundTrip">The shortest seen.</param>
/// <param name="VehicleAhead">The vehicle's clock, read as time since 1970, less ours; known to half the round trip.</param>
public readonly record struct ClockDifference(int Answers, TimeSpan RoundTrip, TimeSpan VehicleAhead);
