namespace DroneFarm.Core.Spraying;

/// <summary>The weather in which a product may be sprayed; sources disagree, so it belongs to the job.</summary>
public sealed record WeatherLimits(double MaxWindMps, double MinTemperatureC, double MaxTemperatureC, double MinHumidityPct);
