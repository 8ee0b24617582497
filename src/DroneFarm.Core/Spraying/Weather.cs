namespace DroneFarm.Core.Spraying;

/// <summary>Weather as somebody or something measured it. What was not measured is null, never a guess.</summary>
/// <param name="Source">Who or what says so: a station, a hand-held meter, the simulator.</param>
public sealed record Weather(
    DateTimeOffset At,
    double? WindMps,
    double? WindFromDeg,
    double? TemperatureC,
    double? HumidityPct,
    string Source);
