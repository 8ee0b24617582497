using DroneFarm.Core.Flights;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Flights;

/// <summary>Something that happened, for the list of events; alarms sound.</summary>
/// <param name="Number">Counts up, so that a page knows which ones it has told.</param>
public sealed record AlarmLine(long Number, DateTimeOffset At, int Vehicle, FlightEventKind Kind, bool Alarm, Said Text);
