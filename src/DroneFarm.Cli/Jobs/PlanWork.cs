using DroneFarm.Cli.Shell;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Findings;
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
    public static Plan Make(InputFiles inputs, PlanOptions options, Screen screen, CancellationToken cancel)
    {
        var plan = screen.Bar("cli.plan.progress", inputs.Farm.Fields.Count, tick =>
            Planner.Plan(inputs.Farm, inputs.Sprayer, inputs.Job, options, new Ticks<PlanProgress>(p => tick(p.FieldsDone)), cancel));
        return plan with { Findings = [.. inputs.Findings, .. plan.Findings] };
    }

    public static CheckReport Check(Plan plan, CheckOptions options, Screen screen, CancellationToken cancel) =>
        screen.Bar("cli.check.progress", plan.Fields.Count, tick => PlanCheck.Of(plan, options, new Ticks<int>(tick), cancel));

    /// <summary>The plan that a PLAN argument names: a plan.json or the folder of one.</summary>
    /// <exception cref="BadInputException">There is none, it cannot be used, or it was changed after it was written: what is flown is what was planned.</exception>
    public static Plan Read(string planOrFolder, Screen screen)
    {
        var read = ReadAnyhow(planOrFolder, screen);
        return read.Findings.Any(f => f.Severity == Severity.Error) ? throw InputFiles.Wrong(read.Findings, screen) : read.Plan!;
    }

    /// <summary>The same, for a check: a plan that was changed comes with the finding that says so.</summary>
    /// <exception cref="BadInputException">No plan can be made of it.</exception>
    public static PlanRead ReadAnyhow(string planOrFolder, Screen screen)
    {
        var path = Directory.Exists(planOrFolder) ? new JobFolder(planOrFolder).Plan : planOrFolder;
        var read = PlanFile.Read(path);
        if (read.Plan is null) throw InputFiles.Wrong(read.Findings, screen);
        screen.Findings(read.Findings.Where(f => f.Severity != Severity.Error));
        return read;
    }

    /// <summary>Writes the plan's files, for later verbs, for a GIS, for people: at once, as each takes seconds for a district.</summary>
    public static void Write(Plan plan, JobFolder folder)
    {
        folder.Create();
        Task.WhenAll(
            Task.Run(() => PlanFile.Write(folder.Plan, plan)),
            Task.Run(() => PlanGeoJson.Write(folder.PlanGeoJson, plan)),
            Task.Run(() =>
            {
                if (plan.Fields.Count <= MostOnAPicture) WholeFile.Write(folder.PlanPicture, png => PlanMap.Png(png, plan, ReportOptions.Bilingual));
            })).GetAwaiter().GetResult();
    }

    /// <summary>Hands progress on at once, in the thread that reports it: the terminal is the only listener.</summary>
    private sealed class Ticks<T>(Action<T> action) : IProgress<T>
    {
        public void Report(T value) => action(value);
    }
}
