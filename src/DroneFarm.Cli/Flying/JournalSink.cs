using DroneFarm.Core.Flights;
using DroneFarm.Flight.Operations;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Cli.Flying;

/// <summary>The flight's audit sink: what happens goes to the journal, and what the journal throws stops the job.</summary>
/// <param name="warn">Told of each alarm.</param>
internal sealed class JournalSink(JournalWriter journal, Action<FlightEvent> warn) : IFlightSink
{
    public void Track(TrackPoint point) => journal.Append(point);

    public void Event(FlightEvent happened)
    {
        journal.Append(happened);
        if (happened.Kind == FlightEventKind.Alarm) warn(happened);
    }
}
