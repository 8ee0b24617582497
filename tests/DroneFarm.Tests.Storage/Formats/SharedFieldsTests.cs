using DroneFarm.Core.Findings;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>Real field files of other people, with counts known from outside.</summary>
public sealed class SharedFieldsTests
{
    [Theory]
    [InlineData("jp-hokkaido-100", 100)]
    [InlineData("fiboa-fr-rpg-100", 100)]
    [InlineData("jp-chofu-fude2019", 1884)]
    [InlineData("fiboa-usca-100", 100)]
    [InlineData("fiboa-ro-100", 100)]
    public void Every_feature_of_a_clean_file_becomes_a_field(string file, int count)
    {
        var farm = FarmFile.Read(Repository.Shared($"fields/wgs84/{file}.geojson")).Farm.ShouldNotBeNull();
        farm.Fields.Count.ShouldBe(count);
        farm.Fields.Select(f => f.Id).Distinct().Count().ShouldBe(count);
        farm.Fields.ShouldAllBe(f => f.Boundary.IsValid && f.Boundary.Shell.IsCCW && f.Boundary.Holes.All(h => !h.IsCCW));
    }

    [Fact]
    public void Hokkaido_has_eighteen_rice_fields()
    {
        var farm = FarmFile.Read(Repository.Shared("fields/wgs84/jp-hokkaido-100.geojson")).Farm!;
        farm.Fields.Count(f => f.Crop == "rice_field").ShouldBe(18);
        farm.Fields[0].Id.ShouldBe("0.0");
    }

    [Fact]
    public void Eight_megabytes_of_polder_parcels_are_read_whole_with_their_holes()
    {
        var farm = FarmFile.Read(Repository.Shared("fields/wgs84/nl-brp-noordholland-4872.geojson")).Farm!;
        farm.Fields.Count.ShouldBe(4872);
        farm.Fields.Sum(f => f.Boundary.NumInteriorRings).ShouldBe(341);
    }

    [Fact]
    public void Multipart_parcels_count_their_parts_and_a_null_geometry_is_said()
    {
        var read = FarmFile.Read(Repository.Shared("fields/wgs84/be-geofileops-parcels-48.geojson"));
        read.Findings.ShouldContain(f => f.Say(Language.English).Contains("1 features without a geometry are left out"));
        read.Farm!.Fields.Count(f => !f.Id.EndsWith(".0", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void Real_fields_with_latitude_first_are_refused_as_swapped()
    {
        var text = File.ReadAllText(Repository.Shared("fields/wgs84/jp-hokkaido-100.geojson"));
        var swapped = System.Text.RegularExpressions.Regex.Replace(text, @"\[ (\d+\.\d+), (\d+\.\d+) \]", "[ $2, $1 ]");
        var read = FarmFile.Read(Repository.Text(swapped), "swapped.geojson");
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith("swapped.geojson, line 5, feature 0: latitude 141.");
    }

    [Fact]
    public void Every_field_file_is_read_without_an_exception()
    {
        var folder = Path.GetDirectoryName(Repository.Shared("fields/wgs84/jp-hokkaido-100.geojson"))!;
        foreach (var path in Directory.GetFiles(folder, "*.geojson"))
        {
            var read = FarmFile.Read(path);
            (read.Farm is not null || read.Findings.Any(f => f.Severity == Severity.Error)).ShouldBeTrue(path);
            foreach (var finding in read.Findings)
            {
                finding.Say(Language.English).ShouldNotBeEmpty();
                finding.Say(Language.Chinese).ShouldNotBeEmpty();
            }
        }
    }
}
