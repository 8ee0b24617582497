using System.Globalization;
using System.Text.Json;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Projections;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>Farms in projected systems, known by their crs member or by a .prj beside them.</summary>
public sealed class ForeignSystemTests
{
    /// <summary>A square of 100 m whose south-west corner lies here.</summary>
    private static string Farm(double x, double y, string crs, bool northingFirst = false)
    {
        var corners = new[] { (0, 0), (100, 0), (100, 100), (0, 100), (0, 0) }
            .Select(c => northingFirst ? string.Create(CultureInfo.InvariantCulture, $"[{y + c.Item2},{x + c.Item1}]") : string.Create(CultureInfo.InvariantCulture, $"[{x + c.Item1},{y + c.Item2}]"));
        return $$"""{"type":"FeatureCollection",{{crs}}"features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[{{string.Join(',', corners)}}]]} }]}""";
    }

    private static string Named(string name) => $$"""
        "crs":{"type":"name","properties":{"name":"{{name}}"} },
        """;

    private static FarmRead Read(string text) => FarmFile.Read(Repository.Text(text), "farm.geojson");

    private static GeoPoint Corner(FarmRead read)
    {
        var farm = read.Farm.ShouldNotBeNull(string.Join(' ', read.Findings.Select(f => f.Say(Language.English))));
        return farm.Frame.ToGeo(LocalPoint.From(farm.Fields[0].Boundary.Coordinates[0]));
    }

    /// <summary>
    /// RD New: the tower at Amersfoort. UTM: the CN Tower, and a central meridian at the equator, 30 and 45 degrees north by the meridian's arc on
    /// the ellipsoid. Gauss-Kruger: the same arcs without the scale of 0.9996. Lambert: the origin. Mercator: the sphere's own formula.
    /// </summary>
    [Theory]
    [InlineData("EPSG:28992", 155000, 463000, 5.387203, 52.155172, 5e-6)]
    [InlineData("urn:ogc:def:crs:EPSG::28992", 155000, 463000, 5.387203, 52.155172, 5e-6)]
    [InlineData("EPSG:32617", 630084, 4833438, -79.387139, 43.642567, 1e-5)]
    [InlineData("EPSG:32650", 500000, 3318785.35262, 117, 30, 1e-8)]
    [InlineData("EPSG:32651", 500000, 4982950.40037, 123, 45, 1e-8)]
    [InlineData("EPSG:32756", 500000, 6681214.64738, 153, -30, 1e-8)]
    [InlineData("EPSG:25832", 500000, 4982950.40022, 9, 45, 1e-8)]
    [InlineData("EPSG:4647", 32500000, 4982950.40022, 9, 45, 1e-8)]
    [InlineData("EPSG:4528", 40500000, 3320113.39785, 120, 30, 1e-8)]
    [InlineData("EPSG:4549", 500000, 3320113.39785, 120, 30, 1e-8)]
    [InlineData("EPSG:4513", 25500000, 4984944.37798, 75, 45, 1e-8)]
    [InlineData("EPSG:4554", 500000, 4984944.37798, 135, 45, 1e-8)]
    [InlineData("EPSG:4498", 20500000, 3320113.39785, 117, 30, 1e-8)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4509", 500000, 3320113.39785, 117, 30, 1e-8)]
    [InlineData("EPSG:2154", 700000, 6600000, 3, 46.5, 1e-8)]
    [InlineData("EPSG:3857", 13358338.8951928, 3503549.84350438, 120, 30, 1e-8)]
    public void A_known_system_comes_out_where_it_should(string crs, double x, double y, double longitudeDeg, double latitudeDeg, double toleranceDeg)
    {
        var read = Read(Farm(x, y, Named(crs)));
        var corner = Corner(read);
        corner.LongitudeDeg.ShouldBe(longitudeDeg, toleranceDeg);
        corner.LatitudeDeg.ShouldBe(latitudeDeg, toleranceDeg);
        read.Findings.ShouldHaveSingleItem().Code.ShouldBe("file.crs-converted");
    }

    [Fact]
    public void Belgian_Lambert_meets_parcels_that_another_program_converted()
    {
        var corner = Corner(Read(Farm(156176.89, 196829.33, Named("EPSG:31370"))));
        corner.LongitudeDeg.ShouldBe(4.456903853, 1e-7);
        corner.LatitudeDeg.ShouldBe(51.081552081, 1e-7);
    }

    /// <summary>All points of the Dutch shapefile against the same parcels as another program put them into degrees.</summary>
    [Fact]
    public void Three_hundred_thousand_points_of_the_Dutch_parcels_lie_within_a_centimetre_of_their_places()
    {
        var theirs = ShapePoints(Repository.Shared("fields/src/nl-brp-egu/fields.shp"));
        var frame = new LocalFrame(new GeoPoint(LatitudeDeg: 52.6, LongitudeDeg: 4.9));
        var places = Positions(Repository.Shared("fields/wgs84/nl-brp-noordholland-4872.geojson")).Select(frame.ToLocal).GroupBy(Cell).ToDictionary(g => g.Key, g => g.ToList());
        var way = new Unprojection(CrsName.OfText(File.ReadAllText(Repository.Shared("fields/src/nl-brp-egu/fields.prj")))!.Crs!);
        var worstM = 0.0;
        foreach (var (x, y) in theirs)
        {
            var here = frame.ToLocal(way.Of(x, y).ShouldNotBeNull());
            var near = from dx in (int[])[-1, 0, 1] from dy in (int[])[-1, 0, 1] from p in places.GetValueOrDefault((Cell(here).X + dx, Cell(here).Y + dy)) ?? [] select p.DistanceM(here);
            worstM = Math.Max(worstM, near.DefaultIfEmpty(double.PositiveInfinity).Min());
        }

        theirs.Count.ShouldBeGreaterThan(200_000);
        worstM.ShouldBeLessThan(0.01);

        static (int X, int Y) Cell(LocalPoint p) => ((int)Math.Floor(p.EastM), (int)Math.Floor(p.NorthM));
    }

    [Theory]
    [InlineData("EPSG:4528", 40500000, 3320113.39785)]
    [InlineData("EPSG:4549", 500000, 3320113.39785)]
    public void Gauss_Kruger_with_the_northing_first_is_understood_and_told(string crs, double x, double y)
    {
        var read = Read(Farm(x, y, Named(crs), northingFirst: true));
        Corner(read).LatitudeDeg.ShouldBe(30, 1e-8);
        read.Findings.Select(f => f.Code).ShouldContain("file.crs-northing-first");
        read.Farm!.Fields[0].AreaM2.ShouldBe(10_000, 20);
    }

    [Theory]
    [InlineData("EPSG:4549", 40500000, 3320113)]
    [InlineData("EPSG:4528", 39500000, 3320113)]
    [InlineData("EPSG:28992", 500000, 3320113)]
    [InlineData("EPSG:32650", 3320113, 500000)]
    public void Coordinates_that_do_not_suit_the_system_are_refused_with_their_place(string crs, double x, double y)
    {
        var read = Read(Farm(x, y, Named(crs)));
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith("farm.geojson, line 1, feature 0: (");
    }

    [Theory]
    [InlineData("EPSG:2437")]
    [InlineData("EPSG:14326")]
    [InlineData("Beijing 1954")]
    [InlineData("urn:ogc:def:crs:EPSG::27700")]
    public void An_unknown_system_is_one_error_with_its_line(string crs)
    {
        var read = Read(Farm(500000, 3320113, Named(crs)));
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith($"farm.geojson, line 1: the coordinates are in '{crs}'. This program does not know that system.");
    }

    [Fact]
    public void The_code_of_the_old_format_is_understood() =>
        Corner(Read(Farm(500000, 3320113.39785, "\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":4549}},"))).LatitudeDeg.ShouldBe(30, 1e-8);

    [Theory]
    [InlineData("EPSG:28992", "RD_New")]
    [InlineData("EPSG:32650", "WGS_1984_UTM_Zone_50N")]
    [InlineData("EPSG:4528", "CGCS2000_3_Degree_GK_Zone_40")]
    [InlineData("EPSG:4549", "CGCS2000_3_Degree_GK_CM_120E")]
    [InlineData("EPSG:4498", "CGCS2000_GK_Zone_20")]
    public void The_names_of_prj_files_lead_to_the_code(string code, string name)
    {
        var crs = CrsName.OfCode(code)!.Crs!;
        CrsName.OfText(crs.Wkt.Replace("PROJCS[\"\"", $"PROJCS[\"{name}\"", StringComparison.Ordinal)).ShouldNotBeNull().Crs.ShouldBe(crs);
        CrsName.OfText(crs.Wkt.Replace("PROJCS[\"\"", $"PROJCS[\"{crs.Name}\"", StringComparison.Ordinal)).ShouldNotBeNull().Crs.ShouldBe(crs);
    }

    [Fact]
    public void Every_known_system_can_be_undone_and_has_its_own_code_and_name()
    {
        CrsTable.All.Count().ShouldBe(5 + 60 + 60 + 11 + 22 + 42);
        CrsTable.All.Select(c => c.Name).Distinct().Count().ShouldBe(CrsTable.All.Count());
        foreach (var crs in CrsTable.All) _ = new Unprojection(crs);
    }

    [Fact]
    public void A_prj_beside_the_farm_names_the_system()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("land.geojson"), Farm(155000, 463000, ""));
        File.Copy(Repository.Shared("fields/src/nl-brp-egu/fields.prj"), folder.File("land.prj"));
        var read = FarmFile.Read(folder.File("land.geojson"));
        Corner(read).LatitudeDeg.ShouldBe(52.155172, 5e-6);
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe("land.geojson: the coordinates were converted from EPSG:28992 Amersfoort / RD New to WGS84.");
    }

    [Theory]
    [InlineData("PROJCS[\"OSGB_1936_British_National_Grid\",GEOGCS[\"GCS_OSGB_1936\"]]", "", "land.prj, line 1: the coordinates are in 'OSGB_1936_British_National_Grid'. This")]
    [InlineData("PROJCS[\"RD_New\",PARAMETER[\"False_Easting\",0.0],PARAMETER[\"Central_Meridian\",5.38763888888889]]", "", "land.prj, line 1: the coordinates are in 'RD_New'. This")]
    [InlineData("PROJCS[\"RD_New\"]", "EPSG:32631", "land.geojson, line 1: the file says its coordinates are in 'EPSG:32631', and land.prj beside it says 'RD_New'. Remove the wrong one.")]
    public void A_prj_that_is_unknown_or_contradicts_the_file_is_refused(string wkt, string crs, string sentence)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("land.geojson"), Farm(155000, 463000, crs.Length > 0 ? Named(crs) : ""));
        File.WriteAllText(folder.File("land.prj"), wkt);
        var read = FarmFile.Read(folder.File("land.geojson"));
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith(sentence);
    }

    [Theory]
    [InlineData("PROJCS[\"RD_New\"]", "file.prj-not-used", true)]
    [InlineData("GEOGCS[\"GCS_WGS_1984\"]", null, true)]
    [InlineData("GEOGCS[\"GCS_Beijing_1954\"]", "file.wrong-crs", false)]
    public void Degrees_beside_a_prj_stay_degrees_unless_it_names_another_datum(string wkt, string? code, bool taken)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("land.geojson"), """{"type":"Polygon","coordinates":[[[120.0,32.0],[120.001,32.0],[120.001,32.001],[120.0,32.001],[120.0,32.0]]]}""");
        File.WriteAllText(folder.File("land.prj"), wkt);
        var read = FarmFile.Read(folder.File("land.geojson"));
        (read.Farm is not null).ShouldBe(taken);
        read.Findings.Select(f => f.Code).ShouldBe(code is null ? [] : [code]);
    }

    /// <summary>Every position of a GeoJSON file as it stands there, before intake leaves any out.</summary>
    private static IEnumerable<GeoPoint> Positions(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. json.RootElement.GetProperty("features").EnumerateArray().SelectMany(f => Leaves(f.GetProperty("geometry").GetProperty("coordinates")))];

        static IEnumerable<GeoPoint> Leaves(JsonElement array) => array[0].ValueKind == JsonValueKind.Number
            ? [new GeoPoint(LatitudeDeg: array[1].GetDouble(), LongitudeDeg: array[0].GetDouble())]
            : array.EnumerateArray().SelectMany(Leaves);
    }

    /// <summary>The points of all rings of a polygon shapefile, as its white paper lays them out.</summary>
    private static List<(double X, double Y)> ShapePoints(string path)
    {
        using var file = new BinaryReader(File.OpenRead(path));
        var points = new List<(double, double)>();
        file.BaseStream.Position = 100;
        while (file.BaseStream.Position < file.BaseStream.Length)
        {
            file.BaseStream.Position += 8;
            if (file.ReadInt32() == 0) continue;
            file.BaseStream.Position += 32;
            var (parts, count) = (file.ReadInt32(), file.ReadInt32());
            file.BaseStream.Position += 4 * parts;
            for (var i = 0; i < count; i++) points.Add((file.ReadDouble(), file.ReadDouble()));
        }

        return points;
    }
}
