using System.Text.Json;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>What we write for other programs, read by another reader than ours.</summary>
public sealed class PlanExportTests
{
    private static readonly JsonSerializerOptions Other = new() { Converters = { new GeoJsonConverterFactory() } };

    [Fact]
    public void The_plan_as_GeoJSON_has_each_stage_as_a_layer()
    {
        using var folder = new TemporaryFolder();
        var plan = SamplePlan.Make();
        PlanGeoJson.Write(folder.File("plan.geojson"), plan);
        var features = Read(folder.File("plan.geojson"));
        features.CountBy(f => (string)f.Attributes["layer"]).ToDictionary().ShouldBe(new Dictionary<string, int>
        {
            ["field"] = 20, ["zone"] = 4, ["obstacle"] = 3, ["refill"] = 1, ["sprayable"] = 1, ["headland"] = 1, ["mainland"] = 1,
            ["cell"] = 1, ["swath"] = 2, ["transit"] = 3, ["sortie"] = 1, ["fence"] = 2,
        }, ignoreOrder: true);
        var swath = features.First(f => (string)f.Attributes["layer"] == "swath");
        swath.Attributes["length_m"].ToString().ShouldBe("40.001");
        var start = plan.Farm.Frame.ToGeo(plan.Fields[0].Swaths[0].Start);
        swath.Geometry.Coordinates[0].X.ShouldBe(start.LongitudeDeg, 1e-9);
        swath.Geometry.Coordinates[0].Y.ShouldBe(start.LatitudeDeg, 1e-9);
        File.ReadAllText(folder.File("plan.geojson")).ShouldContain("\"made_up\":true");
    }

    [Fact]
    public void What_was_applied_is_written_with_its_doses_and_sums()
    {
        using var folder = new TemporaryFolder();
        var plan = SamplePlan.Make();
        var field = plan.Fields[0].Field;
        var strip = new GeometryFactory().ToGeometry(new Envelope(0, 40, 20, 25));
        var none = new Polygon(null);
        var moment = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.FromHours(8));
        var applied = new AsApplied(
            strip, none, field.Boundary.Difference(strip), none,
            [new AppliedPass(moment, moment.AddSeconds(8), 1, strip, 40, 0.45, 22.5, 5, 3.02)],
            [new AppliedField(field.Id, field.Name, field.AreaM2, 3900, 200, 0, 3700, 0.45, moment, null)],
            0.45);
        AsAppliedGeoJson.Write(folder.File("applied.geojson"), plan.Farm, applied);
        var features = Read(folder.File("applied.geojson"));
        features.Select(f => (string)f.Attributes["layer"]).ShouldBe(["field", "pass", "sprayed", "missed"]);
        features[1].Attributes["rate_l_per_ha"].ToString().ShouldBe("22.5");
        features[1].Attributes["from"].ToString().ShouldBe("2026-06-01T00:00:00+00:00");
        features[0].Attributes["to"].ShouldBeNull();
    }

    [Fact]
    public void A_waypoints_file_has_home_in_slot_0_and_twelve_columns()
    {
        using var folder = new TemporaryFolder();
        var plan = SamplePlan.Make();
        WaypointsFile.Write(folder.File("1.waypoints"), plan.Missions[0], new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8));
        var lines = File.ReadAllLines(folder.File("1.waypoints"));
        lines[0].ShouldBe("QGC WPL 110");
        lines.Length.ShouldBe(2 + plan.Missions[0].Items.Count);
        lines[1].ShouldBe("0\t1\t0\t16\t0.000000\t0.000000\t0.000000\t0.000000\t32.05000000\t120.80000000\t0.000000\t1");
        lines[2].ShouldBe("1\t0\t3\t22\t0.000000\t0.000000\t0.000000\t0.000000\t0.00000000\t0.00000000\t15.000000\t1");
        lines[6].ShouldStartWith("5\t0\t3\t216\t1.000000\t");
        lines.Skip(1).ShouldAllBe(l => l.Split('\t', StringSplitOptions.None).Length == 12);
    }

    [Fact]
    public void A_plan_for_QGroundControl_has_the_keys_of_its_own_files()
    {
        using var folder = new TemporaryFolder();
        var plan = SamplePlan.Make();
        QgcPlanFile.Write(folder.File("1.plan"), plan.Missions[0], new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8), 7, 5);
        using var ours = JsonDocument.Parse(File.ReadAllText(folder.File("1.plan")));
        var mission = ours.RootElement.GetProperty("mission");
        mission.GetProperty("items").GetArrayLength().ShouldBe(plan.Missions[0].Items.Count);
        mission.GetProperty("items")[3].GetProperty("params")[6].GetDouble().ShouldBe(3);
        ours.RootElement.GetProperty("geoFence").GetProperty("polygons")[0].GetProperty("polygon").GetArrayLength().ShouldBe(4);
        ours.RootElement.GetProperty("geoFence").GetProperty("circles")[0].GetProperty("circle").GetProperty("radius").GetDouble().ShouldBe(2.5);
        ours.RootElement.GetProperty("rallyPoints").GetProperty("points")[0].GetArrayLength().ShouldBe(3);

        using var theirs = JsonDocument.Parse(File.ReadAllText(Repository.Shared("missions/mavros/simple.plan")));
        Keys(theirs.RootElement).ShouldBeSubsetOf(Keys(ours.RootElement));
        Keys(theirs.RootElement.GetProperty("mission")).ShouldBeSubsetOf(Keys(mission));
        Keys(theirs.RootElement.GetProperty("mission").GetProperty("items")[0]).ShouldBeSubsetOf(Keys(mission.GetProperty("items")[3]));
    }

    private static List<string> Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];

    private static FeatureCollection Read(string path) => JsonSerializer.Deserialize<FeatureCollection>(File.ReadAllText(path), Other)!;
}
