using System.Net;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Flight.Links;
using DroneFarm.Station.Access;

namespace DroneFarm.Station;

/// <summary>What a ground station is started with.</summary>
/// <param name="LibraryFolder">Where farms, sprayers, jobs and flights are kept; made when it is not there.</param>
/// <param name="Port">0 for a free one.</param>
public sealed record StationOptions(string LibraryFolder, IPAddress Address, int Port)
{
    /// <summary>The built pages; a page that says they are missing is shown when there are none.</summary>
    public string WebFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "station");

    /// <summary>Sample farms, sprayers and jobs that an empty library starts with; null for none.</summary>
    public string? SamplesFolder { get; init; }

    /// <summary>Opened at the start.</summary>
    public IReadOnlyList<LinkUrl> Links { get; init; } = [];

    /// <summary>Who may do what; none means that everybody who reaches the station is its pilot, which is allowed on loopback only.</summary>
    public PassPhrases PassPhrases { get; init; } = PassPhrases.None;

    /// <summary>The time of the flights.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Seconds of flight in a second of the wall's clock.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Carries a simulated vehicle to the refill point, fills in so many litres and changes its battery; null where people do it.</summary>
    public Action<VehicleId, GeoPoint, double>? RefillSimulated { get; init; }

    /// <summary>True when the vehicles are simulated: their flights say so.</summary>
    public bool IsSimulated => RefillSimulated is not null;
}
