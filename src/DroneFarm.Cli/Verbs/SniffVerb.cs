using System.CommandLine;
using DroneFarm.Cli.Shell;
using DroneFarm.Cli.Sniffing;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Links;
using Spectre.Console;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm sniff LINK|FILE</c>: who says what how often, without saying anything itself.</summary>
internal static class SniffVerb
{
    public static Command Build(Screen screen)
    {
        var source = new Argument<string>("LINK|FILE") { Description = screen.Text("cli.arg.sniff") };
        var seconds = CommonOptions.Seconds(screen);
        var json = CommonOptions.Json(screen);
        var verb = new Command("sniff", screen.Text("cli.verb.sniff")) { source, seconds, json };
        verb.SetAction(async parsed =>
        {
            var named = parsed.GetRequiredValue(source);
            var asJson = parsed.GetValue(json);
            var traffic = File.Exists(named) ? FileTraffic.Read(named) : await ListenAsync(named, parsed.GetValue(seconds), asJson, screen);
            if (asJson) Console.Out.WriteLine(traffic.Report.ToJson());
            else screen.Out.Write(TrafficPicture.Of(traffic, screen));
            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task<Traffic> ListenAsync(string named, double? seconds, bool quiet, Screen screen)
    {
        if (!LinkUrl.TryParse(named, out var url, out var error)) throw new BadInputException(screen.Text("cli.sniff.neither", named, Phrasebook.Core.Say(error, screen.Language)));
        if (url.Kind == LinkKind.Replay && !File.Exists(url.Host)) throw new BadInputException(screen.Text("cli.no-such-file", url.Host));
        using var ctrlC = new CtrlC(() => { });
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ctrlC.Token);
        if (seconds is { } limit) inTime.CancelAfter(TimeSpan.FromSeconds(limit));
        await using var listening = new LinkTraffic(url, TimeProvider.System);
        if (quiet) return await listening.RunAsync(_ => { }, inTime.Token);
        return await screen.Err.Live(new Text(screen.Text("cli.sniff.waiting", named)))
            .StartAsync(live => listening.RunAsync(now => live.UpdateTarget(TrafficPicture.Of(now, screen)), inTime.Token));
    }
}
