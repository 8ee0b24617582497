using DroneFarm.Core.Flights;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Where the flight is written down. Called from the vehicle's loop, one call at a time: it must not wait. What it throws stops the job: a flight without
/// its journal must not go on.
/// </summary>
public interface IFlightSink
{
    void Track(TrackPoint point);

    void Event(FlightEvent happened);
}
