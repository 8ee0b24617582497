using System.Globalization;
using DroneFarm.Cli.Shell;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using Spectre.Console;
using Spectre.Console.Rendering;
using Link = DroneFarm.Flight.Links.Link;

namespace DroneFarm.Cli.Ground;

/// <summary>All vehicles and links as a table: what is not known is "-", what is old carries its age.</summary>
internal static class WatchPicture
{
    private static readonly TimeSpan Old = TimeSpan.FromSeconds(2);

    public static IRenderable Of(IEnumerable<Vehicle> vehicles, IEnumerable<Link> links, DateTimeOffset now, Screen screen)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["vehicle", "mode", "height", "speed", "battery", "fix", "item", "pump", "heard", "loss", "round-trip"]) table.AddColumn(screen.Text("cli.watch." + column));
        foreach (var vehicle in vehicles.OrderBy(v => v.Id.SystemId)) table.AddRow([.. Cells(vehicle, now, screen).Select(c => (IRenderable)new Markup(c))]);
        var rows = new List<IRenderable> { table };
        foreach (var vehicle in vehicles.Where(v => v.State.Notice is not null))
        {
            var notice = vehicle.State.Notice!.Value;
            rows.Add(new Markup(Markup.Escape($"{vehicle.Id.SystemId}: {notice.Value.Text} ({Age(notice.Age(now))})")));
        }

        rows.AddRange(links.Select(l => LinkLine(l, vehicles, screen)));
        return new Rows(rows);
    }

    private static IEnumerable<string> Cells(Vehicle vehicle, DateTimeOffset now, Screen screen)
    {
        var state = vehicle.State;
        yield return $"{vehicle.Id.SystemId}";
        yield return vehicle.IsLost
            ? $"[red]{Markup.Escape(screen.Text("cli.watch.lost", Age(now - (state.LastHeard ?? now))))}[/]"
            : Markup.Escape(state.Mode is { } mode ? ModeName.Of(mode) + (state.IsArmed ? " " + screen.Text("cli.watch.armed") : "") : "-");
        yield return Known(state.Motion, now, m => Say(m.HeightM, "F1"));
        yield return Known(state.Motion, now, m => Say(m.SpeedMps, "F1"));
        yield return Known(state.Battery, now, b => b.Percent is { } percent ? Say(percent, "F0") : b.VoltageV is { } volts ? Say(volts, "F1") + " V" : "-");
        yield return Known(state.Fix, now, f => $"{f.Type} {f.Satellites}");
        yield return Known(state.Mission, now, m => m.Total is { } total ? $"{m.Current}/{total}" : $"{m.Current}");
        yield return Known(state.Servos, now, s => $"{s.PulseUs(9)}");
        yield return state.LastHeard is { } heard ? Age(now - heard) : "-";
        var used = vehicle.Links.FirstOrDefault(l => l.IsUsed);
        yield return used is null ? "-" : $"{Say(100 * used.Loss.Share, "F1")} % {Say(used.RateHz, "F0")}/s";
        yield return vehicle.RoundTrip is { } trip ? Say(trip.TotalMilliseconds, "F0") : "-";
    }

    private static Markup LinkLine(Link link, IEnumerable<Vehicle> vehicles, Screen screen)
    {
        var counts = link.Counts;
        var served = vehicles.SelectMany(v => v.Links).Where(q => q.Link == link).ToList();
        var (lost, came) = (served.Sum(q => q.Loss.Lost), served.Sum(q => q.Loss.Received));
        return new Markup(Markup.Escape(screen.Text(
            "cli.watch.link", link.Url?.ToString() ?? "-", screen.Text("cli.link.state." + link.State.ToString().ToLowerInvariant()), $"{counts.Received}", $"{counts.Sent}", $"{counts.Damaged}",
            came + lost == 0 ? "0" : Say(100.0 * lost / (came + lost), "F1"), link.LastFault is { } fault && link.State != LinkState.Open ? LinkFault.Why(fault, screen) : "")));
    }

    private static string Known<T>(Reading<T>? reading, DateTimeOffset now, Func<T, string> say)
    {
        if (reading is not { } known) return "-";
        var text = Markup.Escape(say(known.Value));
        return known.Age(now) <= Old ? text : $"[grey]{text} ({Age(known.Age(now))})[/]";
    }

    /// <summary>A packet may come between the look at the clock and the look at the vehicle: it is now, not in the future.</summary>
    internal static string Age(TimeSpan age) => age < TimeSpan.Zero ? "0.0 s" : age < TimeSpan.FromMinutes(2) ? Say(age.TotalSeconds, "F1") + " s" : Say(age.TotalMinutes, "F0") + " min";

    private static string Say(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
