using System.Globalization;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>GCJ-02 is converted when somebody says that a file is in it, and never guessed.</summary>
public sealed class DatumTests
{
    private static readonly GeoPoint Place = new(LatitudeDeg: 32.05, LongitudeDeg: 120.8);

    [Theory]
    [InlineData("\"datum\":\"gcj02\",", null)]
    [InlineData("\"datum\":\"GCJ02\",", null)]
    [InlineData("", Datum.Gcj02)]
    [InlineData("\"datum\":\"gcj02\",", Datum.Gcj02)]
    [InlineData("\"datum\":\"gcj02\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}},", null)]
    public void A_farm_in_gcj02_is_put_where_it_lies_and_the_conversion_is_told(string members, Datum? asked)
    {
        var read = FarmFile.Read(Repository.Text(Farm(members, Gcj02.FromWgs84)), "farm.geojson", asked);
        var farm = read.Farm.ShouldNotBeNull();
        farm.Frame.ToLocal(Place).DistanceM(LocalPoint.From(farm.Fields[0].Boundary.Coordinates[0])).ShouldBeLessThan(0.01);
        read.Findings.ShouldHaveSingleItem().Code.ShouldBe("file.datum-converted");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("\"datum\":\"wgs84\",", null)]
    [InlineData("", Datum.Wgs84)]
    [InlineData("\"datum\":null,", null)]
    public void Otherwise_degrees_are_taken_as_they_are(string members, Datum? asked)
    {
        var read = FarmFile.Read(Repository.Text(Farm(members, p => p)), "farm.geojson", asked);
        var farm = read.Farm.ShouldNotBeNull();
        farm.Frame.ToLocal(Place).DistanceM(LocalPoint.From(farm.Fields[0].Boundary.Coordinates[0])).ShouldBeLessThan(0.001);
        read.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"datum\":\"bd09\",", null, "farm.geojson, line 1: the datum 'bd09' is unknown. It may be wgs84 or gcj02.")]
    [InlineData("\"datum\":7,", null, "farm.geojson, line 1: the datum '?' is unknown.")]
    [InlineData("\"datum\":\"wgs84\",", Datum.Gcj02, "farm.geojson, line 1: the file says its datum is wgs84, and another one was asked for.")]
    [InlineData("\"datum\":\"gcj02\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4549\"}},", null, "farm.geojson, line 1")]
    public void A_datum_that_is_unknown_or_contradicted_is_refused(string members, Datum? asked, string sentence)
    {
        var read = FarmFile.Read(Repository.Text(Farm(members, p => p)), "farm.geojson", asked);
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith(sentence);
    }

    [Fact]
    public void Metres_of_a_prj_cannot_be_gcj02_either()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("land.geojson"), """{"type":"Polygon","coordinates":[[[500000,3320000],[500100,3320000],[500100,3320100],[500000,3320100],[500000,3320000]]]}""");
        File.WriteAllText(folder.File("land.prj"), "PROJCS[\"CGCS2000_3_Degree_GK_CM_120E\"]");
        FarmFile.Read(folder.File("land.geojson"), Datum.Gcj02).Findings.Select(f => f.Code).ShouldBe(["file.crs-converted", "file.datum-crs"]);
    }

    [Fact]
    public void A_farm_outside_China_cannot_be_in_gcj02()
    {
        var text = """{"type":"Polygon","coordinates":[[[5.0,52.0],[5.001,52.0],[5.001,52.001],[5.0,52.001],[5.0,52.0]]]}""";
        var read = FarmFile.Read(Repository.Text(text), "farm.geojson", Datum.Gcj02);
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe("farm.geojson, line 1, feature 0: (5, 52) lies outside China, where nothing is in GCJ-02.");
    }

    private static string Farm(string members, Func<GeoPoint, GeoPoint> shift)
    {
        var corners = new[] { (0.0, 0.0), (0.001, 0), (0.001, 0.001), (0, 0.001), (0, 0) }
            .Select(c => shift(new GeoPoint(LatitudeDeg: Place.LatitudeDeg + c.Item2, LongitudeDeg: Place.LongitudeDeg + c.Item1)))
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.LongitudeDeg:F9},{p.LatitudeDeg:F9}]"));
        return $$"""{"type":"FeatureCollection",{{members}}"features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[{{string.Join(',', corners)}}]]} }]}""";
    }
}
