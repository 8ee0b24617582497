using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm report DIR</c>: coverage and record, made again from the journal.</summary>
internal static class ReportVerb
{
    public static Command Build(Screen screen)
    {
        var job = new Argument<string>("DIR") { Description = screen.Text("cli.arg.dir") };
        var json = CommonOptions.Json(screen);
        var verb = new Command("report", screen.Text("cli.verb.report")) { job, json };
        verb.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(job);
            var plan = PlanWork.Read(named, screen);
            var folder = JobFolder.Of(named);
            var record = ReportWork.Make(plan, folder, screen);
            if (parsed.GetValue(json)) Json.Print(record.Totals);
            else ReportWork.Print(record, folder, screen);
            return record.IsComplete ? ExitCode.Done : ExitCode.NotGood;
        });
        return verb;
    }
}
