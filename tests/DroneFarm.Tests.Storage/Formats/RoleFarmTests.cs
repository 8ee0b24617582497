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
    public void What_cannot_be_understood_refuses_the_whole_farm(string there, string instead, string sentence)
    {
        var text = File.ReadAllText(Repository.Sample("farm.geojson"));
        text.ShouldContain(there);
        var read = FarmFile.Read(Repository.Text(text.Replace(there, instead, StringComparison.Ordinal)), "farm.geojson");
        read.Farm.ShouldBeNull();
        read.Findings[0].Say(Language.English).ShouldStartWith(sentence);
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
