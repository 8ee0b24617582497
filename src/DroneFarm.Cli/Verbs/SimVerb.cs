using System.CommandLine;
using System.Globalization;
using System.Net;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm sim</c>: a simulated spraying copter on loopback, full tank, until Ctrl-C.</summary>
internal static class SimVerb
{
    private const int UsualPort = 14_550;

    private static readonly OrderedDictionary<string, FirmwareRelease> Releases = new() { ["4.6"] = FirmwareRelease.Copter46, ["4.7"] = FirmwareRelease.Copter47 };

    public static Command Build(Screen screen)
    {
        var listen = CommonOptions.Port("--listen", "cli.option.listen", screen);
        var to = CommonOptions.Port("--to", "cli.option.to", screen);
        var home = new Option<string?>("--home") { Description = screen.Text("cli.option.home"), HelpName = "LAT,LON" };
        var speed = CommonOptions.Speed(screen);
        var firmware = new Option<string>("--firmware") { Description = screen.Text("cli.option.firmware"), DefaultValueFactory = _ => Releases.Keys.First() };
        firmware.AcceptOnlyFromAmong([.. Releases.Keys]);
        var verb = new Command("sim", screen.Text("cli.verb.sim")) { listen, to, home, speed, firmware };
        verb.SetAction(parsed =>
        {
            if (parsed.GetValue(listen) is not null && parsed.GetValue(to) is not null) throw new BadInputException(screen.Text("cli.sim.which"));
            var address = parsed.GetValue(listen) is { } port
                ? $"tcp:{IPAddress.Loopback}:{port.ToString(CultureInfo.InvariantCulture)}"
                : $"udp:{IPAddress.Loopback}:{(parsed.GetValue(to) ?? UsualPort).ToString(CultureInfo.InvariantCulture)}";
            return RunAsync(address, HomeOf(parsed.GetValue(home), screen), parsed.GetValue(speed) ?? 1, Releases[parsed.GetRequiredValue(firmware)], screen);
        });
        return verb;
    }

    private static async Task<int> RunAsync(string address, GeoPoint home, double speed, FirmwareRelease release, Screen screen)
    {
        using var ctrlC = new CtrlC(() => { });
        await using var paced = speed == 1 ? null : new PacedClock(TimeProvider.System.GetUtcNow(), speed);
        var sprayer = SprayerFile.Read(Samples.Sprayer).Sprayer ?? throw new InvalidOperationException("the sample sprayer cannot be read");
        await using var host = SimulatedVehicle.Start(sprayer, home, address, paced is null ? TimeProvider.System : paced, release: release);
        host.With(s => s.Refill());
        screen.Say("cli.sim.running", address, home.ToString());
        var stopped = new TaskCompletionSource();
        await using var registration = ctrlC.Token.Register(() => stopped.TrySetResult());
        await await Task.WhenAny(stopped.Task, host.Completion);
        return ExitCode.Done;
    }

    private static GeoPoint HomeOf(string? text, Screen screen)
    {
        if (text is null)
        {
            var farm = FarmFile.Read(Samples.Farm).Farm ?? throw new InvalidOperationException("the sample farm cannot be read");
            return farm.Frame.ToGeo(farm.RefillPoints[0].Place);
        }

        var parts = text.Split(',');
        return parts.Length == 2
            && double.TryParse(parts[0], CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var longitude)
            && new GeoPoint(LatitudeDeg: latitude, LongitudeDeg: longitude) is { IsValid: true } home
                ? home
                : throw new BadInputException(screen.Text("cli.bad-home", text));
    }
}
