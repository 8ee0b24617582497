using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

public sealed class RoleFarmTests
{
    [Theory]
    [InlineData("\"role\": \"zone\", \"name\": \"农舍", "\"role\": \"zoen\", \"name\": \"农舍",
        "farm.geojson, line 27: 'house' has the unknown role 'zoen'. Roles are: field, zone, obstacle, refill.")]
    [InlineData("\"role\": \"zone\", \"name\": \"农舍", "\"name\": \"农舍", "farm.geojson, line 27: 'house' says no role. Give it one of: field, zone, obstacle, refill.")]
    [InlineData("\"buffer_m\": 8", "\"bufer_m\": 8", "farm.geojson, line 27: 'house' lacks the property buffer_m.")]
    [InlineData("\"buffer_m\": 8", "\"buffer_m\": \"eight\"", "farm.geojson, line 27: buffer_m of 'house' must be a number, not 'eight'.")]
    [InlineData("\"buffer_m\": 8", "\"buffer_m\": -8", "farm.geojson, line 27: buffer_m of 'house' is -8; it must be 0 to 1000.")]
    [InlineData("\"kind\": \"house\"", "\"kind\": \"castle\"",
        "farm.geojson, line 27: 'house' is of the unknown kind 'castle'. Kinds are: other, fish-pond, house, neighbour-crop, water, bees.")]
    [InlineData("\"id\": \"house\"", "\"id\": \"B1\"", "farm.geojson, line 27: the id 'B1' stands twice.")]
    [InlineData("\"role\": \"obstacle\", \"name\": \"电杆", "\"role\": \"zone\", \"name\": \"电杆",
        "farm.geojson, line 31: 'pole-1' has no geometry that suits the role 'zone'")]
    [InlineData("\"kind\": \"pole\", \"height_m\": 9", "\"kind\": \"pole\"", "farm.geojson, line 31: 'pole-1' lacks the property height_m.")]
    [InlineData("\"kind\": \"pole\", \"height_m\": 9", "\"kind\": \"pole\", \"spray_over\": \"yes\", \"height_m\": 9",
        "farm.geojson, line 31: spray_over of 'pole-1' must be true or false, not 'yes'.")]
    [InlineData("\"kind\": \"pole\", \"height_m\": 9", "\"kind\": \"pole\", \"vertical_clearance_m\": 0.2, \"height_m\": 9",
        "farm.geojson, line 31: vertical_clearance_m of 'pole-1' is 0.2; it must be 0.5 to 1000.")]
    public void What_cannot_be_understood_refuses_the_whole_farm(string there, string instead, string sentence)
    {
        var text = File.ReadAllText(Repository.Sample("farm.geojson"));
        text.ShouldContain(there);
        var read = FarmFile.Read(Repository.Text(text.Replace(there, instead, StringComparison.Ordinal)), "farm.geojson");
        read.Farm.ShouldBeNull();
        read.Findings[0].Say(Language.English).ShouldStartWith(sentence);
    }

    [Fact]
    public void An_obstacle_says_what_may_be_done_over_it()
    {
        var text = File.ReadAllText(Repository.Sample("farm.geojson"))
            .Replace("\"kind\": \"pole\", \"height_m\": 9", "\"kind\": \"pole\", \"vertical_clearance_m\": 1.5, \"spray_over\": true, \"height_m\": 1", StringComparison.Ordinal);
        var pole = FarmFile.Read(Repository.Text(text), "farm.geojson").Farm.ShouldNotBeNull().Obstacles[0];
        (pole.OverM, pole.SprayOver).ShouldBe((2.5, true));
        var asUsual = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!.Obstacles[0];
        (asUsual.VerticalClearanceM, asUsual.SprayOver).ShouldBe((null, false));
    }

    [Theory]
    [InlineData("zone", "\"buffer_m\": 5")]
    [InlineData("obstacle", "\"height_m\": 5, \"clearance_m\": 2")]
    public void A_zone_or_obstacle_with_a_ring_too_short_to_draw_is_not_lost_but_refused(string role, string properties)
    {
        var square = "[[[120.0,32.0],[120.001,32.0],[120.001,32.001],[120.0,32.001],[120.0,32.0]]]";
        var text = $$$"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"F","properties":{"role":"field"},"geometry":{"type":"Polygon","coordinates":{{{square}}}}},
            {"type":"Feature","id":"Z","properties":{"role":"{{{role}}}",{{{properties}}}},"geometry":{"type":"MultiPolygon","coordinates":[{{{square}}},[[[120.002,32.0],[120.003,32.0],[120.002,32.0]]]]}}]}
            """;
        var read = FarmFile.Read(Repository.Text(text), "farm.geojson");
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith("farm.geojson, line 3: a ring of 'Z' has fewer than three different points.");
    }

    [Fact]
    public void The_sample_farm_cut_anywhere_is_refused_with_the_place_of_the_cut()
    {
        var text = File.ReadAllBytes(Repository.Sample("farm.geojson")).AsSpan().TrimEnd((byte)'\n').ToArray();
        for (var length = 0; length < text.Length; length += 37)
        {
            var read = FarmFile.Read(new MemoryStream(text[..length]), "farm.geojson");
            read.Farm.ShouldBeNull();
            read.Findings.ShouldHaveSingleItem().Code.ShouldBe(length == 0 ? "file.empty" : "file.truncated");
        }
    }
}
