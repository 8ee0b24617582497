namespace DroneFarm.Station.Live;

/// <summary>The wind as a vehicle estimates it.</summary>
public sealed record WindNow(double SpeedMps, double FromDeg);
