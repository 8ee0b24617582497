using System.Text.Json;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>Where a field stands in its file goes with it into the plan and out again, for programs that know the file and not our ids.</summary>
public sealed class FieldSourceTests
{
    /// <summary>A point, a square with an id, and a pair of squares with an id, of which the first is a scrap of 1 m².</summary>
    private const string Three = """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","id":"P","properties":{},"geometry":{"type":"Point","coordinates":[120.0,32.0]}},
         {"type":"Feature","id":"NT00001","properties":{"row_direction_deg":87.5},"geometry":{"type":"Polygon","coordinates":[[[120.0,32.0],[120.001,32.0],[120.001,32.001],[120.0,32.001],[120.0,32.0]]]}},
         {"type":"Feature","id":"NT00002","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[
          [[[120.002,32.0],[120.00201,32.0],[120.00201,32.00001],[120.002,32.00001],[120.002,32.0]]],
          [[[120.003,32.0],[120.004,32.0],[120.004,32.001],[120.003,32.001],[120.003,32.0]]]]}}]}
        """;

    [Fact]
    public void A_field_keeps_its_place_in_the_file_beside_its_id()
    {
        var fields = FarmFile.Read(Repository.Text(Three), "three.geojson").Farm!.Fields;
        fields.Select(f => (f.Id, f.Source)).ShouldBe([("NT00001", "1.0"), ("NT00002", "2.1")]);
        fields.Select(f => f.RowDirection?.Degrees).ShouldBe([87.5, null]);
    }

    [Fact]
    public void The_swaths_are_written_under_that_place_even_from_a_plan_that_was_read()
    {
        using var folder = new TemporaryFolder();
        var farm = FarmFile.Read(Repository.Text(Three), "three.geojson").Farm!;
        var plan = Planner.Plan(farm, SprayerFile.Read(Repository.Sample("sprayer.json")).Sprayer!, JobFile.Read(Repository.Sample("job.json")).Job!, new PlanOptions(AlongRows: true));
        PlanFile.Write(folder.File("plan.json"), plan);
        var file = PlanFile.Read(folder.File("plan.json"));
        file.Findings.Select(f => f.Say(Core.Text.Language.English)).ShouldBeEmpty();
        var read = file.Plan.ShouldNotBeNull();
        read.Farm.Fields.Select(f => (f.Source, f.RowDirection)).ShouldBe(farm.Fields.Select(f => (f.Source, f.RowDirection)));
        SwathLines.Write(folder.File("swaths.jsonl"), read);
        File.ReadAllLines(folder.File("swaths.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("field_id").GetString()).ShouldBe(["1.0", "2.1"]);
        SwathLines.Write(folder.File("timed.jsonl"), read, field => field.Swaths.Count);
        File.ReadAllLines(folder.File("timed.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("ms").GetDouble()).ShouldBe(read.Fields.Select(f => (double)f.Swaths.Count));
        // The first field is sprayed along its rows.
        plan.Fields[0].Swaths.Where(s => s.Kind == SwathKind.Mainland).ShouldAllBe(s => Math.Abs(((s.End - s.Start).Heading.Degrees % 180) - 87.5) < 1e-6);
    }
}
