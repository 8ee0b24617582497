using DroneFarm.Cli.Shell;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;
using DroneFarm.Reports;
using DroneFarm.Storage;
using DroneFarm.Storage.Formats;
using Spectre.Console;

namespace DroneFarm.Cli.Jobs;

/// <summary>Makes, reads and checks plans, with progress on the terminal.</summary>
internal static class PlanWork
{
    /// <summary>A district is looked at in a GIS; a picture of more fields shows nothing.</summary>
    private const int MostOnAPicture = 200;

    /// <summary>The plan keeps what was said when its files were read: a field that was repaired or left out is part of its story.</summary>
    public static Plan Make(InputFiles inputs, Fleet fleet, Screen screen, CancellationToken cancel)
    {
        var plan = screen.Bar("cli.plan.progress", inputs.Farm.Fields.Count, tick =>
            Planner.Plan(inputs.Farm, inputs.Sprayer, inputs.Job, new PlanOptions(Fleet: fleet), new Ticks<PlanProgress>(p => tick(p.FieldsDone)), cancel));
        return plan with { Findings = [.. inputs.Findings, .. plan.Findings] };
    }

    public static CheckReport Check(Plan plan, Screen screen, CancellationToken cancel) =>
        screen.Bar("cli.check.progress", plan.Fields.Count, tick => PlanCheck.Of(plan, new Ticks<int>(tick), cancel));

    /// <summary>The plan that a PLAN argument names: a plan.json or the folder of one.</summary>
    /// <exception cref="BadInputException">There is none, or it cannot be used.</exception>
    public static Plan Read(string planOrFolder, Screen screen)
    {
        var path = Directory.Exists(planOrFolder) ? new JobFolder(planOrFolder).Plan : planOrFolder;
        var read = PlanFile.Read(path);
        screen.Findings(read.Findings.Where(f => read.Plan is not null));
        return read.Plan ?? throw InputFiles.Wrong(read.Findings, screen);
    }

    /// <summary>Writes the plan's files: for later verbs, for a GIS, for people.</summary>
    public static void Write(Plan plan, JobFolder folder)
    {
        folder.Create();
        PlanFile.Write(folder.Plan, plan);
        PlanGeoJson.Write(folder.PlanGeoJson, plan);
        if (plan.Fields.Count <= MostOnAPicture) WholeFile.Write(folder.PlanPicture, png => PlanMap.Png(png, plan, ReportOptions.Bilingual));
    }

    /// <summary>Hands progress on at once, in the thread that reports it: the terminal is the only listener.</summary>
    private sealed class Ticks<T>(Action<T> action) : IProgress<T>
    {
        public void Report(T value) => action(value);
    }
}
