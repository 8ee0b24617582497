using System.CommandLine;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Operations.Preflight;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm demo</c>: from a paddy's boundary to a spray record.</summary>
internal static class DemoVerb
{
    public static Command Build(Screen screen)
    {
        var speed = CommonOptions.Speed(screen);
        var output = new Option<string?>("--out") { Description = screen.Text("cli.option.out"), HelpName = "DIR" };
        var verb = new Command("demo", screen.Text("cli.verb.demo")) { speed, output };
        verb.SetAction(parsed => RunAsync(parsed.GetValue(speed) ?? CommonOptions.DemoSpeed, parsed.GetValue(output), screen));
        return verb;
    }

    private static Task<int> RunAsync(double speed, string? output, Screen screen)
    {
        var inputs = InputFiles.Read(Samples.Farm, datum: null, sprayerPath: null, jobPath: Samples.FullCoverJob, prescriptionPath: null, fieldIds: null, screen);
        screen.Step("cli.demo.read", inputs.Farm.Name, $"{inputs.Farm.Fields.Count}", PlanTables.Area(inputs.Farm.Fields.Sum(f => f.AreaM2), screen));

        var folder = new JobFolder(output ?? Path.Combine("out", inputs.Job.Id));
        var made = PlanWork.Make(inputs, new PlanOptions(), screen, CancellationToken.None);
        WriteFault.InFolder(folder.Path, screen, () => PlanWork.Write(made, folder));

        // What is checked, flown and reported is what the file says, so that each later verb finds the same plan.
        var plan = PlanWork.Read(folder.Path, screen);
        screen.Step("cli.plan.done", $"{plan.Fields.Count(f => !f.IsRefused)}", $"{plan.Fields.Count(f => f.IsRefused)}", PlanTables.Area(plan.PlannedAreaM2, screen), $"{plan.Sorties.Count}");
        screen.Findings(plan.AllFindings.Where(f => f.Severity != Severity.Note));
        screen.Out.Write(PlanTables.Sorties(plan, screen));

        var check = PlanWork.Check(plan, new CheckOptions(), screen, CancellationToken.None);
        screen.Step("cli.demo.checked");
        screen.Out.Write(PlanTables.Check(check, screen));

        screen.Step("cli.demo.flying", $"{speed:0.#}");
        return FlyVerb.RunAsync(
            plan, folder, Roster.OfSimulated(1), speed, WeatherOptions.OfSimulator(TimeProvider.System.GetUtcNow()), new HashSet<CheckCode>(), TextReader.Null, screen);
    }
}
