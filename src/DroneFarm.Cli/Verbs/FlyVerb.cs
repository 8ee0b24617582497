using System.CommandLine;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Flight.Operations.Preflight;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm fly PLAN --link URL</c>: flies a plan and makes its record.</summary>
internal static class FlyVerb
{
    public static Command Build(Screen screen)
    {
        var plan = CommonOptions.Plan(screen);
        var vehicles = new RosterOptions(screen);
        var speed = CommonOptions.Speed(screen);
        var accept = CommonOptions.Accept(screen);
        var weather = new WeatherOptions(screen);
        var again = new Option<bool>("--again") { Description = screen.Text("cli.option.again") };
        var verb = new Command("fly", screen.Text("cli.verb.fly")) { plan, speed, accept, again };
        vehicles.AddTo(verb);
        weather.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(plan);
            var roster = vehicles.Read(parsed);
            var factor = parsed.GetValue(speed) ?? (roster.IsSimulated ? CommonOptions.DemoSpeed : 1);
            var measured = weather.Read(parsed, roster.IsSimulated);
            var read = PlanWork.Read(named, screen);
            if (!parsed.GetValue(again)) EarlierFlight.Refuse(read, JobFolder.Of(named), screen);
            return RunAsync(read, JobFolder.Of(named), roster.For(read, screen), factor, measured, CommonOptions.Accepted(parsed, accept), Console.In, screen);
        });
        return verb;
    }

    /// <summary>Checks, flies and reports; used by the demo too.</summary>
    public static async Task<int> RunAsync(
        Plan plan, JobFolder folder, Roster roster, double speed, IReadOnlyList<Weather> weather, IReadOnlySet<CheckCode> accepted, TextReader typed, Screen screen)
    {
        using var ctrlC = new CtrlC(() => screen.Error(screen.Text("cli.stopping")));
        var check = PlanWork.Check(plan, new CheckOptions(), screen, ctrlC.Token);
        if (!check.Passed || plan.Missions.Count == 0)
        {
            screen.Findings(check.AllFindings);
            screen.Verdict(false, "cli.check.passed", "cli.check.failed");
            return ExitCode.NotGood;
        }

        var outcome = await new FlightWork(plan, folder, roster, speed, weather, accepted, typed, screen).FlyAsync(ctrlC.Token);
        return Report(outcome, plan, folder, ctrlC, screen);
    }

    /// <summary>The record of what was flown, and the exit code of it all.</summary>
    public static int Report(FlightOutcome? outcome, Plan plan, JobFolder folder, CtrlC ctrlC, Screen screen)
    {
        if (outcome is null) return ExitCode.FlightStopped;
        screen.Verdict(outcome.IsComplete, "cli.fly.complete", "cli.fly.stopped", FlightWork.Sentence(outcome, screen));
        if (!outcome.IsComplete && outcome.JournalHolds) screen.Say("cli.fly.resume-with", folder.Path);
        var record = ReportWork.Make(plan, folder, screen);
        ReportWork.Print(record, folder, screen);
        return !outcome.IsComplete ? (ctrlC.Token.IsCancellationRequested ? ExitCode.Cancelled : ExitCode.FlightStopped)
            : record.IsComplete ? ExitCode.Done : ExitCode.NotGood;
    }
}
