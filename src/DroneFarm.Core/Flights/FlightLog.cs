namespace DroneFarm.Core.Flights;

/// <summary>All that a job's journal holds: the flown line and what happened, in order of time.</summary>
/// <param name="Complete">False when the journal was cut short, or the job was not flown to its end.</param>
public sealed record FlightLog(string JobId, IReadOnlyList<TrackPoint> Track, IReadOnlyList<FlightEvent> Events, bool Complete)
{
    /// <summary>What was filled into the tanks and what was left in them.</summary>
    public IReadOnlyList<TankFill> Fills { get; init; } = [];

    /// <summary>What whoever flew noted to be able to go on after a crash, in the order it was noted.</summary>
    public IReadOnlyList<JobFact> Facts { get; init; } = [];
}
