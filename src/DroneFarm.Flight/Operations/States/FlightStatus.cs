using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Operations.States;

/// <summary>The phase a vehicle's part of a job is in, and why. A value.</summary>
/// <param name="Before">The phase before a lost link.</param>
public sealed record FlightStatus(FlightPhase Phase, FlightCause? Cause, Phrase Reason, DateTimeOffset Since, FlightPhase Before)
{
    public static FlightStatus Begin(DateTimeOffset now) => new(FlightPhase.Waiting, null, Phrase.Of("flight.phase.waiting"), now, FlightPhase.Waiting);

    /// <summary>Whether something has a place in this phase.</summary>
    public bool Allows(FlightCause cause) => FlightTable.Next(Phase, cause, Before) is not null;

    /// <summary>The same status when what happened has no place in it.</summary>
    public FlightStatus After(FlightCause cause, Phrase reason, DateTimeOffset now) =>
        FlightTable.Next(Phase, cause, Before) is { } next ? new FlightStatus(next, cause, reason, now, next == FlightPhase.LinkLost ? Phase : next) : this;
}
