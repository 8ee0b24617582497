using System.CommandLine;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Links;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm fly PLAN --link URL</c>: flies a plan and makes its record.</summary>
internal static class FlyVerb
{
    private const string Simulated = "sim";

    public static Command Build(Screen screen)
    {
        var plan = CommonOptions.Plan(screen);
        var link = new Option<string>("--link") { Description = screen.Text("cli.option.link"), Required = true, HelpName = "URL" };
        var speed = CommonOptions.Speed(screen);
        var weather = new WeatherOptions(screen);
        var verb = new Command("fly", screen.Text("cli.verb.fly")) { plan, link, speed };
        weather.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(plan);
            var url = LinkOf(parsed.GetRequiredValue(link), screen);
            var factor = parsed.GetValue(speed) ?? (url is null ? CommonOptions.DemoSpeed : 1);
            var measured = weather.Read(parsed, simulated: url is null);
            return RunAsync(PlanWork.Read(named, screen), JobFolder.Of(named), url, factor, measured, screen);
        });
        return verb;
    }

    /// <summary>Checks, flies and reports; used by the demo too.</summary>
    public static async Task<int> RunAsync(Plan plan, JobFolder folder, LinkUrl? link, double speed, IReadOnlyList<Weather> weather, Screen screen)
    {
        using var ctrlC = new CtrlC(() => screen.Error(screen.Text("cli.stopping")));
        var check = PlanWork.Check(plan, new CheckOptions(), screen, ctrlC.Token);
        if (!check.Passed || plan.Missions.Count == 0)
        {
            screen.Findings(check.AllFindings);
            screen.Verdict(false, "cli.check.passed", "cli.check.failed");
            return ExitCode.NotGood;
        }

        var result = await new FlightWork(plan, folder, link, speed, weather, screen).FlyAsync(ctrlC.Token);
        if (result is null)
        {
            screen.Error(screen.Text("cli.fly.no-vehicle", link?.ToString() ?? Simulated));
            return ExitCode.FlightStopped;
        }

        screen.Verdict(result.IsComplete, "cli.fly.complete", "cli.fly.stopped", FlightWork.Sentence(result, screen));
        var record = ReportWork.Make(plan, folder, screen);
        ReportWork.Print(record, folder, screen);
        return !result.IsComplete ? (ctrlC.Token.IsCancellationRequested ? ExitCode.Cancelled : ExitCode.FlightStopped)
            : record.IsComplete ? ExitCode.Done : ExitCode.NotGood;
    }

    /// <summary>Null is the simulated sprayer.</summary>
    private static LinkUrl? LinkOf(string text, Screen screen)
    {
        if (text == Simulated) return null;
        return LinkUrl.TryParse(text, out var url, out var error) ? url : throw new BadInputException($"--link: {Phrasebook.Core.Say(error, screen.Language)}");
    }
}
