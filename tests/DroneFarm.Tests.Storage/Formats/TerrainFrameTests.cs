using System.IO.Compression;
using System.Text.Json;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Wpml;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>Heights over the terrain in the job's file, the plan's, and those for other programs.</summary>
public sealed class TerrainFrameTests
{
    private static readonly GeoPoint Home = new(LatitudeDeg: 32.05, LongitudeDeg: 120.8);

    [Theory]
    [InlineData("\"height_frame\": \"terrain\", ", AltitudeDatum.Terrain)]
    [InlineData("\"height_frame\": \"relative\", ", null)]
    [InlineData("", null)]
    public void A_job_says_what_its_heights_are_over(string property, AltitudeDatum? datum)
    {
        var read = JobFile.Read(Repository.Text(Job(property)), "j.json");
        read.Findings.ShouldBeEmpty();
        read.Job!.HeightDatum.ShouldBe(datum);
    }

    [Fact]
    public void Another_word_is_refused_with_the_two_that_are_known() =>
        JobFile.Read(Repository.Text(Job("\"height_frame\": \"sea\", ")), "j.json").Findings.ShouldHaveSingleItem()
            .Say(Language.English).ShouldBe("j.json, line 13: height_frame is 'sea'; it must be one of relative, terrain.");

    [Fact]
    public void The_plan_s_file_keeps_it_and_a_plan_over_home_says_nothing_of_it()
    {
        using var folder = new TemporaryFolder();
        var plan = Over();
        var written = PlanFile.Write(folder.File("plan.json"), plan);
        var back = PlanFile.Read(folder.File("plan.json"));
        back.Findings.ShouldBeEmpty();
        PlanFile.Fingerprint(back.Plan!).ShouldBe(written);
        back.Plan!.Job.HeightDatum.ShouldBe(AltitudeDatum.Terrain);
        back.Plan.Missions[0].Items.ShouldBe(plan.Missions[0].Items);
        PlanFile.Write(folder.File("plain.json"), SamplePlan.Make());
        File.ReadAllText(folder.File("plain.json")).ShouldNotContain("datum");
    }

    [Fact]
    public void Waypoints_and_plan_files_carry_frame_10_for_waypoints_alone()
    {
        using var folder = new TemporaryFolder();
        var mission = Over().Missions[0];
        WaypointsFile.Write(folder.File("1.waypoints"), mission, Home);
        foreach (var cells in File.ReadAllLines(folder.File("1.waypoints")).Skip(2).Select(l => l.Split('\t'))) cells[2].ShouldBe(cells[3] == "16" ? "10" : "3");
        QgcPlanFile.Write(folder.File("1.plan"), mission, Home, 7, 5);
        var root = JsonDocument.Parse(File.ReadAllText(folder.File("1.plan"))).RootElement.GetProperty("mission");
        root.GetProperty("globalPlanAltitudeMode").GetInt32().ShouldBe(0);
        foreach (var item in root.GetProperty("items").EnumerateArray())
        {
            var isWaypoint = item.GetProperty("command").GetInt32() == 16;
            (item.GetProperty("frame").GetInt32() == 10).ShouldBe(isWaypoint);
            if (item.TryGetProperty("AltitudeMode", out var mode)) mode.GetInt32().ShouldBe(isWaypoint ? 4 : 1);
        }
    }

    [Theory]
    [InlineData(true, "aboveGroundLevel", "realTimeFollowSurface")]
    [InlineData(false, "relativeToStartPoint", "relativeToStartPoint")]
    public void A_DJI_way_follows_the_surface(bool overTerrain, string template, string wayline)
    {
        using var kmz = new MemoryStream();
        WpmlFile.Write(kmz, (overTerrain ? Over() : SamplePlan.Make()).Missions[0], 7);
        using var zip = new ZipArchive(kmz, ZipArchiveMode.Read);
        string Text(string name) => new StreamReader(zip.GetEntry(name)!.Open()).ReadToEnd();
        Text("wpmz/template.kml").ShouldContain($"heightMode>{template}<");
        Text("wpmz/waylines.wpml").ShouldContain($"executeHeightMode>{wayline}<");
    }

    private static string Job(string property) => File.ReadAllText(Repository.Sample("job.json")).Replace("\"height_m\"", property + "\"height_m\"", StringComparison.Ordinal);

    private static Plan Over()
    {
        var plan = SamplePlan.Make();
        return plan with
        {
            Job = plan.Job with { HeightDatum = AltitudeDatum.Terrain },
            Missions = [.. plan.Missions.Select(m => m with { Items = [.. m.Items.Select(i => i.Command == MissionCommand.Waypoint ? i with { Datum = AltitudeDatum.Terrain } : i)] })],
        };
    }
}
