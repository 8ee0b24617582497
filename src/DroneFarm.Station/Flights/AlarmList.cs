using DroneFarm.Core.Flights;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Flights;

/// <summary>The latest things that happened, for all pages alike. Written from the loops of several vehicles.</summary>
public sealed class AlarmList
{
    private const int Kept = 40;

    private readonly Lock turn = new();
    private IReadOnlyList<AlarmLine> lines = [];
    private long number;

    public IReadOnlyList<AlarmLine> Latest()
    {
        lock (turn) return lines;
    }

    public void Add(FlightEvent happened)
    {
        var alarm = happened.Kind is FlightEventKind.Alarm or FlightEventKind.LinkLost or FlightEventKind.Stopped;
        lock (turn) lines = [.. lines.TakeLast(Kept - 1), new AlarmLine(++number, happened.At, happened.Vehicle.SystemId, happened.Kind, alarm, Said.Of(happened.Text))];
    }
}
