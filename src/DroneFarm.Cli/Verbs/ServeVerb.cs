using System.CommandLine;
using System.Net;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Serving;
using DroneFarm.Cli.Shell;
using DroneFarm.Cli.Time;
using DroneFarm.Flight.Links;
using DroneFarm.Station;
using DroneFarm.Station.Access;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm serve</c>: the ground station in the browser, until Ctrl-C.</summary>
internal static class ServeVerb
{
    private const int UsualPort = 8080;
    private const int MostSimulated = 20;

    public static Command Build(Screen screen)
    {
        var simulated = new Option<int>("--sim") { Description = screen.Text("cli.option.serve-sim"), HelpName = "N" };
        var port = new Option<int>("--port") { Description = screen.Text("cli.option.port"), HelpName = "P", DefaultValueFactory = _ => UsualPort }.Within(p => p is >= 1 and <= 65_535, screen.Text("cli.bad-port", "--port"));
        var listen = new Option<string?>("--listen") { Description = screen.Text("cli.option.serve-listen"), HelpName = "ADDRESS" };
        var link = new Option<string[]>("--link") { Description = screen.Text("cli.option.serve-link"), HelpName = "URL", AllowMultipleArgumentsPerToken = true };
        var library = new Option<string>("--library") { Description = screen.Text("cli.option.library"), HelpName = "DIR", DefaultValueFactory = _ => "station" };
        var speed = CommonOptions.Speed(screen);
        var verb = new Command("serve", screen.Text("cli.verb.serve")) { simulated, port, listen, link, library, speed };
        verb.SetAction(parsed =>
        {
            var count = parsed.GetValue(simulated);
            if (count is < 0 or > MostSimulated) throw new BadInputException(screen.Text("cli.serve.bad-sim", $"{MostSimulated}"));
            var address = AddressOf(parsed.GetValue(listen), screen);
            var options = new StationOptions(parsed.GetValue(library)!, address, parsed.GetValue(port))
            {
                SamplesFolder = Samples.Folder,
                PassPhrases = PassPhraseInput.Read(mustBe: !IPAddress.IsLoopback(address), screen),
                Links = [.. (parsed.GetValue(link) ?? []).Select(l => Errand.LinkOf(l, screen))],
            };
            return RunAsync(options, count, parsed.GetValue(speed) ?? 1, screen);
        });
        return verb;
    }

    private static async Task<int> RunAsync(StationOptions options, int count, double speed, Screen screen)
    {
        using var ctrlC = new CtrlC(() => { });
        await using var paced = speed == 1 ? null : new PacedClock(TimeProvider.System.GetUtcNow(), speed);
        TimeProvider time = paced is null ? TimeProvider.System : paced;
        await using var fleet = count == 0 ? null : SimulatedFleet.Prepare(count, time);
        options = options with { Time = time, Speed = speed, Links = fleet is null ? options.Links : [.. options.Links, .. fleet.Links], RefillSimulated = fleet is null ? null : fleet.Refill };
        // Before the port is opened, so that its fault is not told of the port.
        WriteFault.InFolder(options.LibraryFolder, screen, () => Directory.CreateDirectory(options.LibraryFolder));
        GroundRoom room;
        try
        {
            room = await GroundRoom.OpenAsync(options);
        }
        catch (IOException taken)
        {
            throw new BadInputException(screen.Text("cli.serve.port-taken", $"{options.Address}:{options.Port}", taken.Message));
        }

        await using (room)
        {
            fleet?.Start();
            screen.Findings(room.Findings);
            if (!room.HasPages) screen.Error(screen.Text("cli.serve.no-pages"));
            screen.Say("cli.serve.running", room.Address.ToString(), Path.GetFullPath(options.LibraryFolder));
            var stopped = new TaskCompletionSource();
            await using var registration = ctrlC.Token.Register(() => stopped.TrySetResult());
            await stopped.Task;
        }

        return ExitCode.Done;
    }

    private static IPAddress AddressOf(string? text, Screen screen)
    {
        if (text is null) return IPAddress.Loopback;
        if (text == LinkUrl.EveryNetwork) return IPAddress.Any;
        return IPAddress.TryParse(text, out var address) ? address : throw new BadInputException(screen.Text("cli.serve.bad-address", text));
    }
}
