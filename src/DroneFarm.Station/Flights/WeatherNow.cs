using DroneFarm.Core.Spraying;

namespace DroneFarm.Station.Flights;

/// <summary>Weather as somebody enters it beside the field.</summary>
public sealed record WeatherNow(double? WindMps, double? WindFromDeg, double? TemperatureC, double? HumidityPct, string? Source)
{
    public Weather At(DateTimeOffset now) => new(now, WindMps, WindFromDeg, TemperatureC, HumidityPct, Source ?? "");
}
