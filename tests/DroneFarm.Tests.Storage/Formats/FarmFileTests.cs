using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

public sealed class FarmFileTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[120.0,32.0],[120.001,32.0],[120.001,32.001],[120.0,32.001],[120.0,32.0]]]}""";

    [Fact]
    public void The_sample_farm_is_twenty_paddies_of_about_84_mu()
    {
        var read = FarmFile.Read(Repository.Sample("farm.geojson"));
        read.Findings.ShouldBeEmpty();
        var farm = read.Farm.ShouldNotBeNull();
        farm.MadeUp.ShouldBeTrue();
        farm.Name.ShouldBe("港闸样例农场 Gangzha sample farm");
        farm.Fields.Count.ShouldBe(20);
        Mu.FromSquareMetres(farm.Fields.Sum(f => f.AreaM2)).ShouldBe(84.46, 0.05);
        farm.Fields.ShouldAllBe(f => f.AreaM2 > 1_500 && f.AreaM2 < 4_500 && f.Boundary.IsValid && f.Boundary.Shell.IsCCW);
        farm.Zones.Select(z => z.Kind).ShouldBe([ZoneKind.House, ZoneKind.FishPond, ZoneKind.Water, ZoneKind.Water]);
        farm.Obstacles.Select(o => o.Kind).ShouldBe([ObstacleKind.Pole, ObstacleKind.Pole, ObstacleKind.PowerLine]);
        farm.RefillPoints.ShouldHaveSingleItem().Place.DistanceM(farm.Frame.ToLocal(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8))).ShouldBeLessThan(2);
    }

    [Fact]
    public void The_fields_of_the_sample_farm_do_not_overlap_each_other_or_a_zone()
    {
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!;
        foreach (var field in farm.Fields)
        {
            farm.Fields.Where(f => f != field).ShouldAllBe(f => !f.Boundary.Intersects(field.Boundary), field.Id);
            farm.Zones.ShouldAllBe(z => !z.Shape.Intersects(field.Boundary), field.Id);
        }

        var poles = farm.Obstacles.Where(o => o.Kind == ObstacleKind.Pole);
        poles.ShouldAllBe(p => farm.Fields.Single(f => f.Id == "A3").Boundary.Contains(p.Shape));
    }

    [Theory]
    [InlineData("", "farm.geojson is empty.")]
    [InlineData("  \n ", "farm.geojson is empty.")]
    [InlineData("hello", "farm.geojson is not a JSON or GeoJSON file.")]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Fea", "farm.geojson, line 2, column 25: the file ends in the middle.")]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[ nonsense ]}", "farm.geojson, line 2, column 15: not valid JSON (")]
    [InlineData("{\"a\":1}", "farm.geojson is JSON but not GeoJSON: it has neither features nor a geometry.")]
    [InlineData("[1,2]", "farm.geojson is JSON but not GeoJSON")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "farm.geojson holds no polygon: none of its 0 features can be a field.")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}", "farm.geojson holds no polygon: none of its 1 features")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[120,32]}", "farm.geojson holds no polygon")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[32.0,120.0],[32.0,120.001],[32.001,120.001],[32.0,120.0]]]}",
        "farm.geojson, line 1, feature 0: latitude 120 is out of range, longitude 32 is not. Latitude and longitude are swapped: GeoJSON wants the longitude first.")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[41.0,80.0],[41.0,80.001],[41.001,80.001],[41.0,80.0]]]}",
        "farm.geojson: latitudes of 80 to 80.001 with longitudes of 41 to 41.001 are in the Arctic. Latitude and longitude are probably swapped")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[121687,487484],[121690,487484],[121690,487490],[121687,487484]]]}",
        "farm.geojson, line 1, feature 0: (121687, 487484) are no degrees. The file seems to be in metres of a projection")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[120.0,\"32\"],[120.1,32],[120,32]]]}", "farm.geojson, line 1, feature 0: a position is not a pair of numbers.")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[120.0,32.0],[120.1,32]]}", "farm.geojson, line 1, feature 0: the coordinates are not nested as GeoJSON asks")]
    [InlineData("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Square\",\"coordinates\":[]}}", "farm.geojson, line 1, feature 0: GeoJSON has no such type of geometry.")]
    public void A_file_that_is_no_farm_is_refused_with_the_reason_and_the_place(string text, string sentence)
    {
        var read = FarmFile.Read(Repository.Text(text), "farm.geojson");
        read.Farm.ShouldBeNull();
        var error = read.Findings.First(f => f.Severity == Severity.Error);
        error.Say(Language.English).ShouldStartWith(sentence);
        error.Say(Language.Chinese).ShouldContain("farm.geojson");
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_named_with_its_place()
    {
        byte[] gbk = [.. "{\"type\":\"Feature\",\n\"name\":\""u8, 0xB8, 0xDB, 0xD5, 0xA2, .. "\"}"u8];
        FarmFile.Read(new MemoryStream(gbk), "farm.geojson").Findings.ShouldHaveSingleItem().Say(Language.English)
            .ShouldBe("farm.geojson, line 2, column 8: the text is not in UTF-8. Save the file as UTF-8.");
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        using var folder = new TemporaryFolder();
        FarmFile.Read(folder.File("no.geojson")).Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe($"{folder.File("no.geojson")}: there is no such file.");
        FarmFile.Read(folder.FullName).Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe($"{folder.FullName} is a folder, not a file.");
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::27700", false)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", true)]
    [InlineData("EPSG:4490", true)]
    public void A_crs_member_that_is_no_longitude_and_latitude_is_refused(string crs, bool taken)
    {
        var text = $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{{Square}} }],"crs":{"type":"name","properties":{"name":"{{crs}}"} } }""";
        var read = FarmFile.Read(Repository.Text(text), "farm.geojson");
        (read.Farm is not null).ShouldBe(taken);
        if (!taken) read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe($"farm.geojson, line 1: the coordinates are in '{crs}'. This program does not know that system. Export the file in WGS84 longitude and latitude (EPSG:4326).");
    }

    [Fact]
    public void Fields_of_a_foreign_file_are_numbered_by_feature_and_part_unless_they_bring_ids()
    {
        var numbered = Plain($$"""{"type":"Feature","properties":{"gewas":"rijst"},"geometry":null},{"type":"Feature","properties":{"naam":"Oost","gewas":"rijst"},"geometry":{{Square}} }""");
        var field = numbered.Farm!.Fields.ShouldHaveSingleItem();
        (field.Id, field.Name, field.Crop).ShouldBe(("1.0", "Oost", "rijst"));
        numbered.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe("farm.geojson: 1 features without a geometry are left out; the first is in line 1.");

        Plain($$"""{"type":"Feature","id":"N7","properties":{},"geometry":{{Square}} }""").Farm!.Fields.ShouldHaveSingleItem().Id.ShouldBe("N7");
        Plain($$"""{"type":"Feature","properties":{"ID":7},"geometry":{{Square}} },{"type":"Feature","properties":{"ID":7},"geometry":{{Square}} }""")
            .Farm!.Fields.Select(f => f.Id).ShouldBe(["0.0", "1.0"]);
    }

    [Fact]
    public void Rings_of_two_points_are_left_out_with_a_word()
    {
        var read = Plain("""{"type":"Feature","properties":{"name":"Oost"},"geometry":{"type":"Polygon","coordinates":[[[120.0,32.0],[120.001,32.0],[120.001,32.001],[120.0,32.001],[120.0,32.0]],[[120.0005,32.0005],[120.0006,32.0005],[120.0005,32.0005]]]}}""");
        read.Farm!.Fields.ShouldHaveSingleItem().Boundary.NumInteriorRings.ShouldBe(0);
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe("farm.geojson, line 1: 1 rings of 'Oost' have fewer than three different points and are left out.");
    }

    [Fact]
    public void Rings_the_other_way_round_are_turned_with_one_word_for_the_file()
    {
        const string clockwise = """{"type":"Polygon","coordinates":[[[120.0,32.0],[120.0,32.001],[120.001,32.001],[120.001,32.0],[120.0,32.0]]]}""";
        var read = Plain($$"""{"type":"Feature","properties":{},"geometry":{{clockwise}} },{"type":"Feature","properties":{},"geometry":{{clockwise}} },{"type":"Feature","properties":{},"geometry":{{Square}} }""");
        read.Farm!.Fields.ShouldAllBe(f => f.Boundary.Shell.IsCCW);
        read.Findings.ShouldHaveSingleItem().Text.Args.ShouldBe(["farm.geojson", "2"]);
    }

    [Fact]
    public void Heights_are_dropped_and_counted()
    {
        var read = Plain($$"""{"type":"Feature","properties":{},"geometry":{{Square.Replace("32.001]", "32.001,7.5]", StringComparison.Ordinal)}} }""");
        read.Farm!.Fields.ShouldHaveSingleItem().AreaM2.ShouldBe(94.4 * 110.9, 20);
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe("farm.geojson: 2 points bring a height; it is not used.");
    }

    private static FarmRead Plain(string features) =>
        FarmFile.Read(Repository.Text($$"""{"type":"FeatureCollection","features":[{{features}}]}"""), "farm.geojson");
}
