using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Shell;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Exchanges.Logs;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Storage;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm logs list|get</c>: what the vehicle itself recorded.</summary>
internal static class LogsVerb
{
    private const string Newest = "last";
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(2);

    public static Command Build(Screen screen) => new("logs", screen.Text("cli.verb.logs")) { List(screen), Get(screen) };

    private static Command List(Screen screen)
    {
        var json = CommonOptions.Json(screen);
        var errand = new Errand(screen);
        var verb = new Command("list", screen.Text("cli.verb.logs-list"));
        errand.AddTo(verb);
        verb.Options.Add(json);
        verb.SetAction(parsed => errand.RunAsync(parsed, async (vehicle, cancel) =>
        {
            if (await LogsOfAsync(vehicle, screen, cancel) is not { } logs) return ExitCode.FlightStopped;
            if (parsed.GetValue(json))
            {
                Json.Print(logs.Select(l => new Dictionary<string, object?> { ["id"] = l.Id, ["bytes"] = l.SizeBytes, ["begun"] = l.Begun }).ToList());
                return ExitCode.Done;
            }

            if (logs.Count == 0)
            {
                screen.Say("cli.logs.none");
                return ExitCode.Done;
            }

            var table = new Table().Border(TableBorder.Simple)
                .AddColumn(screen.Text("cli.logs.number")).AddColumn(screen.Text("cli.logs.begun")).AddColumn(new TableColumn(screen.Text("cli.logs.size")).RightAligned());
            foreach (var log in logs) table.AddRow(Text(log.Id), log.Begun is { } begun ? $"{begun:yyyy-MM-dd HH:mm} UTC" : screen.Text("cli.logs.no-time"), Kilobytes(log.SizeBytes));
            screen.Out.Write(table);
            return ExitCode.Done;
        }));
        return verb;
    }

    private static Command Get(Screen screen)
    {
        var number = new Argument<string>("NUMBER") { Description = screen.Text("cli.arg.log"), DefaultValueFactory = _ => Newest };
        var file = new Option<string?>("--out") { Description = screen.Text("cli.option.log-out"), HelpName = "FILE" };
        var errand = new Errand(screen);
        var verb = new Command("get", screen.Text("cli.verb.logs-get")) { number };
        errand.AddTo(verb);
        verb.Options.Add(file);
        verb.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(number);
            var wanted = int.TryParse(named, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null;
            if (wanted is null && named != Newest) throw new BadInputException(screen.Text("cli.logs.bad-number", named));
            return errand.RunAsync(parsed, async (vehicle, cancel) =>
            {
                if (await LogsOfAsync(vehicle, screen, cancel) is not { } logs) return ExitCode.FlightStopped;
                if ((wanted is null ? logs.MaxBy(l => l.Id) : logs.FirstOrDefault(l => l.Id == wanted)) is not { } log)
                {
                    screen.Error(logs.Count == 0 ? screen.Text("cli.logs.none") : screen.Text("cli.logs.not-there", named));
                    return ExitCode.NotGood;
                }

                return await KeepAsync(vehicle, log, parsed.GetValue(file) ?? $"log-{Text(log.Id)}.bin", screen, cancel);
            });
        });
        return verb;
    }

    private static async Task<int> KeepAsync(Vehicle vehicle, LogEntryInfo log, string path, Screen screen, CancellationToken cancel)
    {
        var download = new LogDownload(log);
        using var ended = new CancellationTokenSource();
        var told = TellAsync(download, log, screen, ended.Token);
        var result = await vehicle.RunAsync(download, cancel);
        await ended.CancelAsync();
        await told;
        if (result.Outcome != TransferOutcome.Done)
        {
            screen.Error(screen.Text("cli.logs.incomplete", Kilobytes(result.Content.Length), Kilobytes(log.SizeBytes)));
            return ExitCode.FlightStopped;
        }

        WriteFault.InFile(path, screen, () => WholeFile.Write(path, stream => stream.Write(result.Content.Span)));
        screen.Say("cli.written", Path.GetFullPath(path));
        return ExitCode.Done;
    }

    private static async Task TellAsync(LogDownload download, LogEntryInfo log, Screen screen, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(SayEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(ended)) screen.Err.MarkupLineInterpolated($"[grey]{screen.Text("cli.logs.came", Kilobytes(download.Came), Kilobytes(log.SizeBytes))}[/]");
        }
        catch (OperationCanceledException)
        {
            // The download ended.
        }
    }

    /// <summary>Null when they could not be listed; said already.</summary>
    private static async Task<IReadOnlyList<LogEntryInfo>?> LogsOfAsync(Vehicle vehicle, Screen screen, CancellationToken cancel)
    {
        var result = await vehicle.RunAsync(new LogList(), cancel);
        if (result.Outcome == TransferOutcome.Done) return result.Logs;
        screen.Error(screen.Text("cli.logs.no-list"));
        return null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Kilobytes(long bytes) => (bytes / 1000.0).ToString("#,0.0", CultureInfo.InvariantCulture) + " kB";
}
