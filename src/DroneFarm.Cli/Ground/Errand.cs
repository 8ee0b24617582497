using System.CommandLine;
using System.Net;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Cli.Ground;

/// <summary>
/// A short conversation with one vehicle: opens the link, waits for the vehicle, does the work, closes. It beats as a ground station only until the vehicle is
/// found, so that its end is no loss of a ground station.
/// </summary>
internal sealed class Errand(Screen screen)
{
    private const string Simulated = "sim";
    private static readonly TimeSpan FindWithin = TimeSpan.FromSeconds(30);

    public Option<string> Link { get; } = new("--link") { Description = screen.Text("cli.option.errand-link"), Required = true, HelpName = "URL" };

    public Option<int?> Vehicle { get; } = new Option<int?>("--vehicle") { Description = screen.Text("cli.option.vehicle"), HelpName = "ID" }
        .Within((int v) => v is >= 1 and <= 255, screen.Text("cli.bad-vehicle"));

    public void AddTo(Command verb)
    {
        verb.Options.Add(Link);
        verb.Options.Add(Vehicle);
    }

    /// <param name="work">Its answer is the exit code.</param>
    public async Task<int> RunAsync(ParseResult parsed, Func<Vehicle, CancellationToken, Task<int>> work, VehicleOptions? options = null)
    {
        var named = parsed.GetRequiredValue(Link);
        using var ctrlC = new CtrlC(() => { });
        await using var station = new GroundStation(TimeProvider.System) { Options = options ?? VehicleOptions.ForErrands, KeepsBeating = false };
        var port = named == Simulated ? SimulatedVehicle.FreeUdpPort() : 0;
        station.Open(named == Simulated ? new LinkUrl(LinkKind.UdpListen, "", port) : LinkOf(named, screen));
        await using var simulated = named == Simulated ? Simulate(port) : null;
        VehicleId? wanted = parsed.GetValue(Vehicle) is { } id ? new VehicleId(checked((byte)id)) : null;
        var vehicle = await station.FindVehicleAsync(FindWithin, wanted, ctrlC.Token);
        if (vehicle is null)
        {
            foreach (var line in LinkFault.Lines(station.Links, screen)) screen.Error(line);
            screen.Error(screen.Text("cli.fly.no-vehicle", named));
            return ExitCode.FlightStopped;
        }

        var code = await work(vehicle, ctrlC.Token);
        return ctrlC.Token.IsCancellationRequested ? ExitCode.Cancelled : code;
    }

    /// <param name="option">Which option it was given to.</param>
    /// <exception cref="BadInputException">It is no link, or plays a file that is not there.</exception>
    public static LinkUrl LinkOf(string text, Screen screen, string option = "--link")
    {
        if (!LinkUrl.TryParse(text, out var url, out var error)) throw new BadInputException($"{option}: {Phrasebook.Core.Say(error, screen.Language)}");
        return url.Kind == LinkKind.Replay && !File.Exists(url.Host) ? throw new BadInputException(screen.Text("cli.no-such-file", url.Host)) : url;
    }

    private static SimulatedSprayerHost Simulate(int port)
    {
        var sprayer = SprayerFile.Read(Samples.Sprayer).Sprayer ?? throw new InvalidOperationException("the sample sprayer cannot be read");
        var farm = FarmFile.Read(Samples.Farm).Farm ?? throw new InvalidOperationException("the sample farm cannot be read");
        return SimulatedVehicle.Start(sprayer, farm.Frame.ToGeo(farm.RefillPoints[0].Place), FormattableString.Invariant($"udp:{IPAddress.Loopback}:{port}"), TimeProvider.System);
    }
}
