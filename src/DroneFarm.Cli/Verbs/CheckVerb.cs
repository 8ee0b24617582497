using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Checking;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm check PLAN</c>: proves a plan from the outside.</summary>
internal static class CheckVerb
{
    public static Command Build(Screen screen)
    {
        var plan = CommonOptions.Plan(screen);
        var raster = new Option<bool?>("--raster") { Description = screen.Text("cli.option.raster"), Arity = ArgumentArity.ZeroOrOne, HelpName = "true|false" };
        var json = CommonOptions.Json(screen);
        var verb = new Command("check", screen.Text("cli.verb.check")) { plan, raster, json };
        verb.SetAction(parsed =>
        {
            using var ctrlC = new CtrlC(() => screen.Error(screen.Text("cli.stopping")));
            var options = new CheckOptions(Raster: parsed.GetResult(raster) is null ? null : parsed.GetValue(raster) ?? true);
            var read = PlanWork.ReadAnyhow(parsed.GetRequiredValue(plan), screen);
            var report = PlanWork.Check(read.Plan!, options, screen, ctrlC.Token);
            report = report with { Findings = [.. read.Findings, .. report.Findings] };
            screen.Findings(report.AllFindings);
            if (parsed.GetValue(json)) Json.Print(CheckSummary.Of(report));
            else screen.Out.Write(PlanTables.Check(report, screen));
            screen.Verdict(report.Passed, "cli.check.passed", "cli.check.failed");
            return report.Passed ? ExitCode.Done : ExitCode.NotGood;
        });
        return verb;
    }
}
