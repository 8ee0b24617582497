using DroneFarm.Core.Flights;
using DroneFarm.Flight.Operations;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Station.Flights;

/// <summary>What a flight says goes to its journal first, whose failure stops it, and then to the pages.</summary>
internal sealed class FlightSink(JournalWriter journal, IReadOnlyDictionary<VehicleId, VehicleFlight> flights, AlarmList alarms) : IFlightSink
{
    public void Track(TrackPoint point)
    {
        journal.Append(point);
        flights[point.Vehicle].Track.Add(point);
    }

    public void Event(FlightEvent happened)
    {
        journal.Append(happened);
        alarms.Add(happened);
    }
}
