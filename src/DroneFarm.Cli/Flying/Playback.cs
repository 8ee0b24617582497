using System.Globalization;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Text;
using Spectre.Console;

namespace DroneFarm.Cli.Flying;

/// <summary>Plays a journal in the order and at the pace in which it was flown, or a multiple of it.</summary>
internal sealed class Playback(FlightLog log, Screen screen)
{
    /// <summary>Of the flight: how often the vehicle's state is said between events.</summary>
    private static readonly TimeSpan StateEvery = TimeSpan.FromSeconds(10);

    private readonly Dictionary<VehicleId, (TrackPoint Last, double Litres, DateTimeOffset Said)> vehicles = [];

    public async Task RunAsync(double speed, TimeProvider time, CancellationToken cancel)
    {
        screen.Step("cli.replay.head", log.JobId, Moment(Started), $"{log.Track.Count}", $"{log.Events.Count}");
        var happened = log.Track.Select(p => (p.At, Point: (TrackPoint?)p, Event: (FlightEvent?)null))
            .Concat(log.Events.Select(e => (e.At, Point: (TrackPoint?)null, Event: (FlightEvent?)e))).OrderBy(h => h.At);
        var begun = time.GetTimestamp();
        foreach (var (at, point, told) in happened)
        {
            var due = ((at - Started) / speed) - time.GetElapsedTime(begun);
            if (due > TimeSpan.Zero && !await WaitAsync(due, time, cancel)) return;
            if (point is not null) Move(point);
            else Tell(told!);
        }
    }

    private DateTimeOffset Started => log.Track.Select(p => p.At).Concat(log.Events.Select(e => e.At)).DefaultIfEmpty().Min();

    private static async Task<bool> WaitAsync(TimeSpan due, TimeProvider time, CancellationToken cancel)
    {
        await Task.Delay(due, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !cancel.IsCancellationRequested;
    }

    private void Move(TrackPoint point)
    {
        var (last, litres, said) = vehicles.GetValueOrDefault(point.Vehicle, (point, 0, DateTimeOffset.MinValue));
        if (last.FlowLPerMin is { } before && point.FlowLPerMin is { } now) litres += (before + now) / 2 * (point.At - last.At).TotalMinutes;
        if (point.At - said >= StateEvery)
        {
            said = point.At;
            Say(screen.Text("cli.replay.state", Moment(point.At), $"{point.Vehicle}", Text(point.HeightM), Text(point.SpeedMps), point.FlowLPerMin is { } flow ? Text(flow) : "-", Text(litres)));
        }

        vehicles[point.Vehicle] = (point, litres, said);
    }

    private void Tell(FlightEvent happened)
    {
        var said = Phrasebook.Core.Say(happened.Text, screen.Language);
        if (PhaseChange.Reason(happened) is { } reason) said = screen.Text("cli.replay.because", said, Phrasebook.Core.Say(reason, screen.Language));
        Say(screen.Text("cli.replay.line", Moment(happened.At), $"{happened.Vehicle}", $"{happened.SortieNumber}", said));
    }

    private void Say(string line) => screen.Out.MarkupLineInterpolated($"{line}");

    private static string Moment(DateTimeOffset at) => at.ToString("HH:mm:ss.f", CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
