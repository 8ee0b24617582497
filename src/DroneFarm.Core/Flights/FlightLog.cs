namespace DroneFarm.Core.Flights;

/// <summary>All that a job's journal holds: the flown line and what happened, in order of time.</summary>
/// <param name="Complete">False when the journal was cut short, or the job was not flown to its end.</param>
public sealed record FlightLog(string JobId, IReadOnlyList<TrackPoint> Track, IReadOnlyList<FlightEvent> Events, bool Complete);
