using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Wpml;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm export PLAN</c>: a plan for other programs.</summary>
internal static class ExportVerb
{
    private const int WarmingFields = 300;

    public static Command Build(Screen screen)
    {
        var plan = CommonOptions.Plan(screen);
        var swaths = new Option<string?>("--swaths") { Description = screen.Text("cli.option.swaths"), HelpName = "FILE" };
        var missions = new Option<string?>("--missions") { Description = screen.Text("cli.option.missions"), HelpName = "DIR" };
        var map = new Option<string?>("--map") { Description = screen.Text("cli.option.map"), HelpName = "FILE" };
        var applied = new Option<string?>("--as-applied") { Description = screen.Text("cli.option.as-applied"), HelpName = "FILE" };
        var isoxml = new Option<string?>("--isoxml") { Description = screen.Text("cli.option.isoxml"), HelpName = "FILE.zip" };
        var verb = new Command("export", screen.Text("cli.verb.export")) { plan, swaths, missions, map, applied, isoxml };
        verb.SetAction(parsed =>
        {
            var (swathFile, missionFolder) = (parsed.GetValue(swaths), parsed.GetValue(missions));
            var maps = new MapExport(parsed.GetValue(map), parsed.GetValue(applied), parsed.GetValue(isoxml));
            if (swathFile is null && missionFolder is null && maps.IsEmpty) throw new BadInputException(screen.Text("cli.export.nothing"));
            maps.CheckNames(screen);
            var read = PlanWork.Read(parsed.GetRequiredValue(plan), screen);
            if (swathFile is not null) WriteFault.InFile(swathFile, screen, () => SwathLines.Write(swathFile, read, LayingMs(read)));
            if (missionFolder is not null) WriteFault.InFolder(missionFolder, screen, () => WriteMissions(read, missionFolder));
            maps.Write(read, JobFolder.Of(parsed.GetRequiredValue(plan)), screen);
            foreach (var written in new[] { swathFile, missionFolder }.Concat(maps.Files).OfType<string>()) screen.Say("cli.written", Path.GetFullPath(written));
            return ExitCode.Done;
        });
        return verb;
    }

    /// <summary>Lays a field's swaths once more, on one core, and says how long that took; the first fields are laid twice, since a cold start says nothing.</summary>
    private static Func<FieldPlan, double> LayingMs(Plan plan)
    {
        var coverage = new CoverageAlone(plan);
        foreach (var field in plan.Fields.Take(WarmingFields)) coverage.Of(field.Field);
        return field =>
        {
            var from = TimeProvider.System.GetTimestamp();
            coverage.Of(field.Field);
            return TimeProvider.System.GetElapsedTime(from).TotalMilliseconds;
        };
    }

    /// <summary>Three files for each sortie: Mission Planner's, QGroundControl's, and DJI's, which has the way only.</summary>
    private static void WriteMissions(Plan plan, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var mission in plan.Missions)
        {
            var home = plan.Farm.Frame.ToGeo(plan.Sorties.First(s => s.Number == mission.SortieNumber).From.Place);
            var stem = Path.Combine(folder, $"sortie-{mission.SortieNumber}");
            WaypointsFile.Write(stem + ".waypoints", mission, home);
            WpmlFile.Write(stem + ".kmz", mission, plan.Job.TransitSpeedMps);
            QgcPlanFile.Write(stem + ".plan", mission, home, plan.Job.TransitSpeedMps, plan.Job.SpeedMps);
        }
    }
}
