using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Shell;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using VehicleCommand = DroneFarm.Flight.Exchanges.Command;

namespace DroneFarm.Cli.Verbs;

/// <summary>
/// <c>dronefarm command …</c>: single orders to a vehicle, each until the vehicle's own word. Arming and switching the sprayer on are not among them: those belong
/// to <c>fly</c>, which has verified the mission before.
/// </summary>
internal static class CommandVerb
{
    private static readonly Dictionary<string, CopterMode> Modes = Enum.GetValues<CopterMode>().ToDictionary(ModeName.Of, StringComparer.OrdinalIgnoreCase);

    public static System.CommandLine.Command Build(Screen screen)
    {
        var mode = new Argument<string>("MODE") { Description = screen.Text("cli.arg.mode", string.Join(' ', "GUIDED AUTO BRAKE RTL LAND LOITER".Split(' '))) };
        var seconds = new Argument<int>("HZ") { Description = screen.Text("cli.arg.hz") };
        var message = new Argument<uint>("MESSAGE") { Description = screen.Text("cli.arg.message") };
        var id = new Argument<ushort>("ID") { Description = screen.Text("cli.arg.command-id") };
        var parameters = new Argument<float[]>("PARAMETER") { Description = screen.Text("cli.arg.command-parameters"), Arity = new ArgumentArity(0, 7) };
        var list = ItemLists.Option(screen);
        return new System.CommandLine.Command("command", screen.Text("cli.verb.command"))
        {
            Verb(screen, "mode", [mode], [], (p, v, cancel) => ModeAsync(v, ModeOf(p.GetRequiredValue(mode), screen), cancel)),
            Verb(screen, "rtl", [], [], (_, v, cancel) => ModeAsync(v, CopterMode.Rtl, cancel)),
            Verb(screen, "land", [], [], (_, v, cancel) => ModeAsync(v, CopterMode.Land, cancel)),
            Verb(screen, "brake", [], [], (_, v, cancel) => ModeAsync(v, CopterMode.Brake, cancel)),
            Verb(screen, "disarm", [], [], (_, v, cancel) => v.RunAsync(new CommandExchange(VehicleCommand.Disarm), cancel)),
            Verb(screen, "pause", [], [], (_, v, cancel) => v.RunAsync(new CommandExchange(new VehicleCommand(MavCmd.DoPauseContinue, 0)), cancel)),
            Verb(screen, "reboot", [], [], async (_, v, cancel) => v.State.IsArmed ? CommandOutcome.Denied : await v.RunAsync(new Reboot(), cancel)),
            Verb(screen, "interval", [message, seconds], [], (p, v, cancel) => v.RunAsync(new CommandExchange(VehicleCommand.MessageInterval(
                p.GetRequiredValue(message), p.GetRequiredValue(seconds) <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(1.0 / p.GetRequiredValue(seconds)))), cancel)),
            Verb(screen, "clear", [], [list], async (p, v, cancel) => Meaning(await v.RunAsync(new MissionClear(ItemLists.Of(p.GetRequiredValue(list))), cancel))),
            Verb(screen, "send", [id, parameters], [], (p, v, cancel) => v.RunAsync(new CommandExchange(Raw(p.GetRequiredValue(id), p.GetValue(parameters) ?? [], screen)), cancel)),
            SprayerOffVerb(screen),
        };
    }

    private static System.CommandLine.Command Verb(
        Screen screen, string name, Argument[] arguments, Option[] options, Func<ParseResult, Vehicle, CancellationToken, Task<CommandOutcome>> order)
    {
        var verb = new System.CommandLine.Command(name, screen.Text("cli.verb.command-" + name));
        foreach (var argument in arguments) verb.Arguments.Add(argument);
        foreach (var option in options) verb.Options.Add(option);
        var errand = new Errand(screen);
        errand.AddTo(verb);
        verb.SetAction(parsed => errand.RunAsync(parsed, async (vehicle, cancel) =>
        {
            var began = TimeProvider.System.GetUtcNow();
            return Say(await order(parsed, vehicle, cancel), vehicle.State.ReasonSince(began), screen);
        }));
        return verb;
    }

    /// <summary>The acknowledgement proves nothing: the pump's own output is looked at.</summary>
    private static System.CommandLine.Command SprayerOffVerb(Screen screen)
    {
        var channel = new Option<int>("--channel") { Description = screen.Text("cli.option.pump-channel"), HelpName = "N", DefaultValueFactory = _ => 9 };
        var verb = new System.CommandLine.Command("sprayer-off", screen.Text("cli.verb.command-sprayer-off"));
        var errand = new Errand(screen);
        errand.AddTo(verb);
        verb.Options.Add(channel);
        verb.SetAction(parsed => errand.RunAsync(
            parsed,
            async (vehicle, cancel) =>
            {
                var seen = await vehicle.RunAsync(new SprayerOff(new PumpCalibration(1, Channel: parsed.GetValue(channel))), cancel);
                var good = seen == SprayerOffOutcome.Confirmed;
                screen.Verdict(good, "cli.sprayer-off.Confirmed", "cli.sprayer-off." + seen);
                return good ? ExitCode.Done : seen == SprayerOffOutcome.Unanswered ? ExitCode.FlightStopped : ExitCode.NotGood;
            },
            VehicleOptions.ForErrands with { Streams = [WantedMessage.Of<ServoOutputRaw>(5)] }));
        return verb;
    }

    private static Task<CommandOutcome> ModeAsync(Vehicle vehicle, CopterMode mode, CancellationToken cancel) => vehicle.RunAsync(new ModeChange(mode), cancel);

    private static CommandOutcome Meaning(UploadResult cleared) => cleared.Outcome switch
    {
        TransferOutcome.Done => CommandOutcome.Accepted,
        TransferOutcome.Busy => CommandOutcome.TemporarilyRejected,
        TransferOutcome.TimedOut => CommandOutcome.TimedOut,
        TransferOutcome.Cancelled => CommandOutcome.Cancelled,
        _ => CommandOutcome.Failed,
    };

    /// <exception cref="BadInputException">It arms, or permits spraying, or would drive the pump.</exception>
    private static VehicleCommand Raw(ushort id, float[] p, Screen screen)
    {
        float At(int i) => i < p.Length ? p[i] : 0;
        var command = (MavCmd)id;
        var forbidden = (command == MavCmd.ComponentArmDisarm && At(0) != 0) || (command == MavCmd.DoSprayer && At(0) != 0)
            || command is MavCmd.DoSetServo or MavCmd.DoRepeatServo or MavCmd.MissionStart or MavCmd.NavTakeoff;
        if (forbidden) throw new BadInputException(screen.Text("cli.command.not-here", id.ToString(CultureInfo.InvariantCulture)));
        return new VehicleCommand(command, At(0), At(1), At(2), At(3), At(4), At(5), At(6), Once: true);
    }

    private static CopterMode ModeOf(string text, Screen screen) => Modes.TryGetValue(text, out var mode)
        ? mode
        : throw new BadInputException(screen.Text("cli.command.no-mode", text, string.Join(' ', Modes.Keys.Order(StringComparer.Ordinal))));

    private static int Say(CommandOutcome outcome, string? reason, Screen screen)
    {
        var good = outcome == CommandOutcome.Accepted;
        screen.Verdict(good, CommandWords.KeyOf(CommandOutcome.Accepted), CommandWords.KeyOf(outcome), good ? "" : reason ?? "");
        return good ? ExitCode.Done : outcome == CommandOutcome.TimedOut ? ExitCode.FlightStopped : ExitCode.NotGood;
    }
}
