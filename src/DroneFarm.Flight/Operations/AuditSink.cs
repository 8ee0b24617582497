using DroneFarm.Core.Flights;

namespace DroneFarm.Flight.Operations;

/// <summary>Hands everything to the journal and, at its first failure, says so once: the job then stops with that reason. Called from the vehicle's loop only.</summary>
internal sealed class AuditSink(IFlightSink journal, CancellationTokenSource failed) : IFlightSink
{
    private volatile Exception? failure;

    public Exception? Failure => failure;

    public void Track(TrackPoint point)
    {
        try
        {
            if (failure is null) journal.Track(point);
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    public void Event(FlightEvent happened)
    {
        try
        {
            if (failure is null) journal.Event(happened);
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    // Whatever it is, the record has a hole from here on; the job is told and brings the vehicle home.
    private void Fail(Exception error)
    {
        failure = error;
        _ = failed.CancelAsync();
    }
}
