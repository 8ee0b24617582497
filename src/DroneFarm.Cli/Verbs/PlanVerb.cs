using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm plan FARM</c>: from boundaries to missions.</summary>
internal static class PlanVerb
{
    public static Command Build(Screen screen)
    {
        var farm = new Argument<string>("FARM") { Description = screen.Text("cli.arg.farm") };
        var inputs = new InputOptions(screen);
        var output = new Option<string?>("--out") { Description = screen.Text("cli.option.out"), HelpName = "DIR" };
        var choices = new PlanChoices(screen);
        var compare = new Option<bool>("--compare") { Description = screen.Text("cli.option.compare") };
        var json = CommonOptions.Json(screen);
        var verb = new Command("plan", screen.Text("cli.verb.plan")) { farm, inputs.Sprayer, inputs.Job, inputs.Prescription, inputs.Fields, inputs.Datum, output, compare, json };
        choices.AddTo(verb);
        var fleet = new FleetOptions(screen);
        fleet.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var ctrlC = new CtrlC(() => screen.Error(screen.Text("cli.stopping")));
            var read = inputs.Read(parsed.GetRequiredValue(farm), parsed);
            var plan = PlanWork.Make(read, choices.Read(parsed, read.Farm.Frame, read.Job.Wind) with { Fleet = fleet.Read(parsed) }, screen, ctrlC.Token);
            var folder = new JobFolder(parsed.GetValue(output) ?? Path.Combine("out", read.Job.Id));
            WriteFault.InFolder(folder.Path, screen, () => PlanWork.Write(plan, folder));
            screen.Findings(plan.AllFindings);
            var fields = FieldBounds.OfFields(plan);
            var summary = PlanSummary.Of(plan, folder.Path) with { Bounds = FieldBounds.OfJob(plan, fields), FieldBounds = fields };
            if (parsed.GetValue(compare)) summary = summary with { Compare = PlanComparison.Of(FlightFigures.Compare(plan, ctrlC.Token)) };
            if (parsed.GetValue(json)) Json.Print(summary);
            else PrintPlan(plan, summary, screen);
            return plan.Missions.Count > 0 ? ExitCode.Done : ExitCode.NotGood;
        });
        return verb;
    }

    private static void PrintPlan(Plan plan, PlanSummary summary, Screen screen)
    {
        screen.Say("cli.plan.done", $"{summary.Fields - summary.Refused}", $"{summary.Refused}", PlanTables.Area(summary.AreaM2, screen), $"{summary.Sorties}");
        if (plan.Sorties.Count <= 30) screen.Out.Write(PlanTables.Sorties(plan, screen));
        if (plan.Fleet.Drones > 1) screen.Out.Write(PlanTables.Drones(plan, screen));
        if (plan.Sorties.Count > 0) screen.Say("cli.plan.makespan", $"{plan.Makespan.TotalMinutes:F0}", $"{plan.Sprayer.RefillS / 60:0.#}");
        if (summary.Bounds is { AreaM2: > 0 } bounds) screen.Out.Write(PlanTables.Bounds(bounds, screen));
        if (summary.Compare is { } compare) screen.Out.Write(CompareTable.Of(compare.Plan, compare.Usual, summary.Bounds!.AreaM2, screen));
        screen.Say("cli.written", summary.Folder);
    }
}
