using DroneFarm.Core.Flights;

namespace DroneFarm.Flight.Operations;

/// <summary>What the job's vehicles have flown and told so far, kept beside the journal so that what is left can be worked out at any moment.</summary>
/// <param name="before">What was flown before: read from the journal of a job that is resumed.</param>
public sealed class FlownSoFar(IFlightSink journal, FlightLog? before = null) : IFlightSink
{
    private readonly Lock gate = new();
    private readonly List<TrackPoint> track = [.. before?.Track ?? []];
    private readonly List<FlightEvent> events = [.. before?.Events ?? []];

    public FlightLog Log(string jobId)
    {
        lock (gate) return new FlightLog(jobId, [.. track], [.. events], Complete: false);
    }

    /// <summary>Several vehicles' loops write here: the journal sees one at a time.</summary>
    public void Track(TrackPoint point)
    {
        lock (gate)
        {
            track.Add(point);
            journal.Track(point);
        }
    }

    public void Event(FlightEvent happened)
    {
        lock (gate)
        {
            events.Add(happened);
            journal.Event(happened);
        }
    }
}
