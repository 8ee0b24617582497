using DroneFarm.Core.Spraying;

namespace DroneFarm.Station.Flights;

/// <summary>A job to be flown now.</summary>
/// <param name="Vehicles">In the order of the job's aircraft: the first flies the first one's sorties.</param>
/// <param name="Weather">As measured before take-off; what was not measured is left out.</param>
public sealed record FlightRequest(string JobId, int[] Vehicles, WeatherNow? Weather = null)
{
    public Weather? Measured(DateTimeOffset now) => Weather?.At(now);
}
