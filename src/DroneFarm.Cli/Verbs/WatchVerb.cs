using System.CommandLine;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Links.Corrections;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Storage.Telemetry;
using Spectre.Console;
using Link = DroneFarm.Flight.Links.Link;

namespace DroneFarm.Cli.Verbs;

/// <summary>
/// <c>dronefarm watch --link URL</c>: every vehicle and link with ages, loss and round trip. It asks for telemetry, and beats as a ground station only when told
/// to, and then only while its screen draws.
/// </summary>
internal static class WatchVerb
{
    private static readonly TimeSpan DrawEvery = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan ScreenMayHang = TimeSpan.FromSeconds(3);

    public static Command Build(Screen screen)
    {
        var link = new Option<string[]>("--link") { Description = screen.Text("cli.option.watch-link"), Required = true, HelpName = "URL", Arity = ArgumentArity.OneOrMore };
        var forward = new Option<string?>("--forward") { Description = screen.Text("cli.option.forward"), HelpName = "URL" };
        var both = new Option<bool>("--forward-both") { Description = screen.Text("cli.option.forward-both") };
        var rtcm = new Option<string?>("--rtcm") { Description = screen.Text("cli.option.rtcm"), HelpName = "SOURCE" };
        var tlog = new Option<string?>("--tlog") { Description = screen.Text("cli.option.tlog"), HelpName = "FILE" };
        var beat = new Option<bool>("--as-ground-station") { Description = screen.Text("cli.option.beat") };
        var seconds = CommonOptions.Seconds(screen);
        var json = CommonOptions.Json(screen);
        var verb = new Command("watch", screen.Text("cli.verb.watch")) { link, forward, both, rtcm, tlog, beat, seconds, json };
        verb.SetAction(async parsed =>
        {
            var urls = parsed.GetRequiredValue(link).Select(l => Errand.LinkOf(l, screen)).ToList();
            var second = parsed.GetValue(forward) is { } f ? Errand.LinkOf(f, screen, "--forward") : null;
            var source = parsed.GetValue(rtcm) is { } r ? SourceOf(r, screen) : null;
            using var ctrlC = new CtrlC(() => { });
            using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ctrlC.Token);
            if (parsed.GetValue(seconds) is { } limit) inTime.CancelAfter(TimeSpan.FromSeconds(limit));
            using var log = parsed.GetValue(tlog) is { } path ? WriteFault.InFile(path, screen, () => TelemetryLog.Create(path)) : null;
            var watchdog = new ScreenWatchdog(TimeProvider.System, ScreenMayHang);
            await using var station = new GroundStation(TimeProvider.System, watchdog, log is null ? null : new TelemetrySink(log)) { KeepsBeating = parsed.GetValue(beat) };
            foreach (var url in urls) station.Open(url);
            if (second is not null) station.ForwardTo(second, parsed.GetValue(both));
            await using var feed = source is null ? null : new CorrectionFeed(source, data => station.SendToAll(data), TimeProvider.System);
            await DrawAsync(station, watchdog, feed, parsed.GetValue(json), screen, inTime.Token);
            if (parsed.GetValue(json)) Json.Print(station.Vehicles.Select(v => WatchLine.Of(v, TimeProvider.System.GetUtcNow())));
            return station.Vehicles.Count > 0 ? ExitCode.Done : Silent(station.Links, urls, screen);
        });
        return verb;
    }

    private static async Task DrawAsync(GroundStation station, ScreenWatchdog watchdog, CorrectionFeed? feed, bool quiet, Screen screen, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(DrawEvery, TimeProvider.System);
        async Task LoopAsync(Action draw)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(cancel))
                {
                    draw();
                    watchdog.Alive();
                    if (station.Links.All(l => l.State == LinkState.Closed)) return; // replays that were played
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
            }
        }

        Spectre.Console.Rendering.IRenderable Picture()
        {
            var picture = WatchPicture.Of(station.Vehicles, station.Links, TimeProvider.System.GetUtcNow(), screen);
            return feed is null ? picture : new Rows(picture, new Markup(Markup.Escape(Corrections(feed, screen))));
        }

        if (quiet || Console.IsOutputRedirected) await LoopAsync(() => { });
        else await screen.Out.Live(Picture()).StartAsync(live => LoopAsync(() => live.UpdateTarget(Picture())));
        if (!quiet && Console.IsOutputRedirected) screen.Out.Write(Picture());
    }

    private static string Corrections(CorrectionFeed feed, Screen screen)
    {
        var counts = feed.Counts;
        return screen.Text("cli.watch.rtcm", $"{counts.Messages}", $"{counts.Bytes}", $"{counts.TooLong}", counts.LastFault?.Message ?? "");
    }

    private static CorrectionUrl SourceOf(string text, Screen screen)
    {
        if (!CorrectionUrl.TryParse(text, out var url, out var error)) throw new BadInputException($"--rtcm: {Phrasebook.Core.Say(error, screen.Language)}");
        return url.File is { } file && !File.Exists(file) ? throw new BadInputException(screen.Text("cli.no-such-file", file)) : url;
    }

    private static int Silent(IEnumerable<Link> links, IEnumerable<LinkUrl> urls, Screen screen)
    {
        foreach (var line in LinkFault.Lines(links, screen)) screen.Error(line);
        screen.Error(screen.Text("cli.watch.silent", string.Join(", ", urls)));
        return ExitCode.FlightStopped;
    }
}
