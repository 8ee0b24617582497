using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Messages;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm calibrate PLAN --link URL</c>: a jug under the nozzles for a minute, and the pump's law set by what it holds, so that rate x width x speed holds.</summary>
internal sealed class CalibrateVerb(Screen screen)
{
    /// <summary>A plan whose sprayer differs by more than this doses wrongly until it is planned anew.</summary>
    private const double PlanHolds = 0.02;

    private static readonly string[] PumpsLaw = ["SPRAY_ENABLE", "SPRAY_PUMP_RATE", "SPRAY_PUMP_MIN", "SPRAY_SPEED_MIN"];

    public static Command Build(Screen screen)
    {
        var plan = CommonOptions.Plan(screen);
        var sortie = new Option<int>("--sortie") { Description = screen.Text("cli.option.sortie"), HelpName = "N", DefaultValueFactory = _ => 1 };
        var seconds = new Option<double>("--seconds") { Description = screen.Text("cli.option.calibrate-seconds"), HelpName = "S", DefaultValueFactory = _ => 60 };
        var litres = new Option<double?>("--litres") { Description = screen.Text("cli.option.calibrate-litres"), HelpName = "L" };
        var yes = new Option<bool>("--yes") { Description = screen.Text("cli.option.yes") };
        // A wrong number of litres must not be told after the pump has run.
        litres.Within((double l) => CanBe(l), screen.Text("cli.calibrate.bad-litres"));
        seconds.Within(s => s is >= 1 and <= 300, screen.Text("cli.calibrate.bad-seconds"));
        var verb = new Command("calibrate", screen.Text("cli.verb.calibrate")) { plan };
        var errand = new Errand(screen);
        errand.AddTo(verb);
        foreach (var option in new Option[] { sortie, seconds, litres, yes }) verb.Options.Add(option);
        verb.SetAction(parsed =>
        {
            var read = PlanWork.Read(parsed.GetRequiredValue(plan), screen);
            var flown = read.Sorties.FirstOrDefault(s => s.Number == parsed.GetValue(sortie))
                ?? throw new BadInputException(screen.Text("cli.no-such-sortie", parsed.GetRequiredValue(plan), parsed.GetValue(sortie).ToString(CultureInfo.InvariantCulture)));
            return errand.RunAsync(
                parsed,
                (vehicle, cancel) => new CalibrateVerb(screen).RunAsync(vehicle, read, flown, TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(litres), parsed.GetValue(yes), cancel),
                VehicleOptions.ForErrands with { Streams = [WantedMessage.Of<ServoOutputRaw>(10)] });
        });
        return verb;
    }

    private async Task<int> RunAsync(Vehicle vehicle, Plan plan, Sortie sortie, TimeSpan duration, double? litres, bool yes, CancellationToken cancel)
    {
        screen.Say("cli.calibrate.prepare", Say(duration.TotalSeconds, "0"));
        if (!yes && Ask("cli.calibrate.ready") is not ("y" or "Y" or "yes" or "是")) return ExitCode.NotGood;
        var ran = await PumpRun.RunAsync(vehicle, new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin), duration, TimeProvider.System, cancel);
        if (ran.Refusal is { } refusal)
        {
            screen.Error(Phrasebook.Core.Say(refusal, screen.Language));
            return ExitCode.NotGood;
        }

        if (litres is null && double.TryParse(Ask("cli.calibrate.litres"), CultureInfo.InvariantCulture, out var told)) litres = told;
        if (litres is not { } held || !CanBe(held)) throw new BadInputException(screen.Text("cli.calibrate.bad-litres"));
        return await SetAsync(vehicle, plan, sortie, held / ran.Ran.TotalMinutes, yes, cancel);
    }

    /// <summary>The pump's law for the flow that was measured; the plan's own is only compared.</summary>
    private async Task<int> SetAsync(Vehicle vehicle, Plan plan, Sortie sortie, double flowLPerMin, bool yes, CancellationToken cancel)
    {
        screen.Say("cli.calibrate.flow", Say(flowLPerMin, "0.00"), Say(plan.Sprayer.PumpMaxFlowLPerMin, "0.00"));
        var preset = SprayPreset.For(plan.Sprayer with { PumpMaxFlowLPerMin = flowLPerMin }, plan.Job, new PumpCalibration(flowLPerMin), sortie);
        foreach (var refusal in preset.Refusals) screen.Error(Phrasebook.Core.Say(refusal, screen.Language));
        if (preset.Refusals.Count > 0) return ExitCode.NotGood;
        var wanted = preset.Settings.Where(s => PumpsLaw.Contains(s.Name)).Select(s => (s.Name, s.Value)).ToList();
        var held = new List<ParameterValue>();
        foreach (var (name, _) in wanted)
        {
            if ((await vehicle.RunAsync(new ParameterGet(name), cancel)).Value is { } value) held.Add(new ParameterValue(name, value, default));
        }

        var code = await new ParameterWork(screen, ParameterNames.OfThisUser).ChangeAsync(vehicle, held, wanted, yes, cancel);
        if (Math.Abs(flowLPerMin - plan.Sprayer.PumpMaxFlowLPerMin) > PlanHolds * plan.Sprayer.PumpMaxFlowLPerMin) screen.Say("cli.calibrate.plan-again", Say(flowLPerMin, "0.00"));
        return code;
    }

    private static bool CanBe(double litres) => litres is > 0 and < 1000;

    private string? Ask(string key)
    {
        screen.Err.Markup($"{Markup.Escape(screen.Text(key))} ");
        return Console.ReadLine()?.Trim();
    }

    private static string Say(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
