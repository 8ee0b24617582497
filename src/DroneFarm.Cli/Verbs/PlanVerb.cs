using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Findings;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm plan FARM</c>: from boundaries to missions.</summary>
internal static class PlanVerb
{
    public static Command Build(Screen screen)
    {
        var farm = new Argument<string>("FARM") { Description = screen.Text("cli.arg.farm") };
        var inputs = new InputOptions(screen);
        var output = new Option<string?>("--out") { Description = screen.Text("cli.option.out"), HelpName = "DIR" };
        var json = CommonOptions.Json(screen);
        var verb = new Command("plan", screen.Text("cli.verb.plan")) { farm, inputs.Sprayer, inputs.Job, inputs.Fields, output, json };
        var fleet = new FleetOptions(screen);
        fleet.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using var ctrlC = new CtrlC(() => screen.Error(screen.Text("cli.stopping")));
            var read = inputs.Read(parsed.GetRequiredValue(farm), parsed);
            var plan = PlanWork.Make(read, fleet.Read(parsed), screen, ctrlC.Token);
            var folder = new JobFolder(parsed.GetValue(output) ?? Path.Combine("out", read.Job.Id));
            PlanWork.Write(plan, folder);
            screen.Findings(plan.AllFindings);
            if (parsed.GetValue(json)) Json.Print(PlanSummary.Of(plan, folder.Path));
            else PrintPlan(plan, folder, screen);
            return plan.Missions.Count > 0 ? ExitCode.Done : ExitCode.NotGood;
        });
        return verb;
    }

    private static void PrintPlan(Core.Planning.Plan plan, JobFolder folder, Screen screen)
    {
        var refused = plan.Fields.Count(f => f.IsRefused);
        screen.Say("cli.plan.done", $"{plan.Fields.Count - refused}", $"{refused}", PlanTables.Area(plan.PlannedAreaM2, screen), $"{plan.Sorties.Count}");
        if (plan.Sorties.Count <= 30) screen.Out.Write(PlanTables.Sorties(plan, screen));
        if (plan.Fleet.Drones > 1) screen.Out.Write(PlanTables.Drones(plan, screen));
        if (plan.Sorties.Count > 0) screen.Say("cli.plan.makespan", $"{plan.Makespan.TotalMinutes:F0}", $"{plan.Sprayer.RefillS / 60:0.#}");
        screen.Say("cli.written", folder.Path);
    }
}
