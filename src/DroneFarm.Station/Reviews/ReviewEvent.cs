using DroneFarm.Core.Flights;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Reviews;

/// <summary>Something that happened, in seconds since the start.</summary>
public sealed record ReviewEvent(double AtS, int Vehicle, FlightEventKind Kind, Said Text);
