namespace DroneFarm.Core.Spraying;

/// <summary>The wind a job is planned for. It is a guess of what will blow; what did blow is <see cref="Weather"/>.</summary>
/// <param name="FromDeg">Where it comes from, degrees clockwise from true north.</param>
/// <param name="Source">Who says so: a forecast, a station, the usual wind of the season.</param>
public sealed record PlannedWind(double SpeedMps, double FromDeg, string Source);
