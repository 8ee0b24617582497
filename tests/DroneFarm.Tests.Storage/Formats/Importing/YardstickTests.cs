using System.IO.Compression;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Importing;
using DroneFarm.Storage.Formats.Maps;
using DroneFarm.Storage.Formats.MbTiles;
using Microsoft.Data.Sqlite;
using NetTopologySuite.IO;

namespace DroneFarm.Tests.Storage.Formats.Importing;

/// <summary>Our readers and writers against other people's programs and numbers.</summary>
public sealed class YardstickTests
{
    [Fact]
    public void Another_program_reads_the_shapefile_that_we_write()
    {
        using var folder = new TemporaryFolder();
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!;
        var zip = folder.File("farm.zip");
        MapFile.Write(zip, MapSheet.Of(farm), MapFormat.Shapefile);
        ZipFile.ExtractToDirectory(zip, folder.FullName);
        var features = NetTopologySuite.IO.Esri.Shapefile.ReadAllFeatures(folder.File("field.shp"));
        features.Select(f => f.Attributes["name"]).ShouldBe(farm.Fields.Select(f => f.Name));
        features.Zip(farm.Fields).ShouldAllBe(p => p.First.Geometry.IsValid && p.First.Geometry.NumPoints == p.Second.Boundary.NumPoints);
        NetTopologySuite.IO.Esri.Shapefile.ReadAllFeatures(folder.File("obstacle-point.shp")).Length.ShouldBe(2);
    }

    [Fact]
    public void Another_program_reads_the_geometry_of_the_geopackage_that_we_write()
    {
        using var folder = new TemporaryFolder();
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!;
        var path = folder.File("farm.gpkg");
        MapFile.Write(path, MapSheet.Of(farm), MapFormat.GeoPackage);
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT geom FROM field ORDER BY fid";
        using var rows = command.ExecuteReader();
        var reader = new GeoPackageGeoReader();
        foreach (var field in farm.Fields)
        {
            rows.Read().ShouldBeTrue();
            var blob = (byte[])rows.GetValue(0);
            var shape = reader.Read(blob);
            (BitConverter.ToInt32(blob, 4), shape.NumPoints, shape.IsValid).ShouldBe((4326, field.Boundary.NumPoints, true));
        }
    }

    /// <summary>The same fields as another program converted them to degrees.</summary>
    [Theory]
    [InlineData("fields/src/fiboa-cli/se/se2023.zip", "fiboa-se-10", 0.02)]
    [InlineData("fields/src/fiboa-cli/dk/Marker_2026.zip", "fiboa-dk-100", 0.02)]
    [InlineData("fields/src/fiboa-cli/nz/irrigated-land-area-raw-2020-update.zip", "fiboa-nz-100", 0.02)]
    [InlineData("fields/src/fiboa-cli/fi/LandUse.ExistingLandUse.GSAAAgriculturalParcel.gpkg", "fiboa-fi-100", 0.02)]
    [InlineData("fields/src/fiboa-cli/de_sh/Feldbloecke_2026_GPKG.zip", "fiboa-desh-100", 0.02)]
    [InlineData("fields/src/nl-brp-egu/fields.shp", "nl-brp-noordholland-4872", 0.02)]
    public void Fields_in_metres_lie_where_another_program_puts_them(string source, string degrees, double withinM)
    {
        var ours = FarmFile.Read(Repository.Shared(source)).Farm.ShouldNotBeNull();
        var theirs = FarmFile.Read(Repository.Shared($"fields/wgs84/{degrees}.geojson")).Farm!;
        ours.Fields.Count.ShouldBe(theirs.Fields.Count);
        var worstM = ours.Fields.Zip(theirs.Fields).Max(p =>
        {
            var (a, b) = (p.First.Boundary.Centroid.Coordinate, p.Second.Boundary.Centroid.Coordinate);
            return ours.Frame.ToLocal(theirs.Frame.ToGeo(LocalPoint.From(b))).DistanceM(LocalPoint.From(a));
        });
        worstM.ShouldBeLessThan(withinM);
    }

    /// <summary>Of its 42,008 cells 25,021 say 0, 16,454 say 490,000 and 533 say 3,000,000, counted by another program, in units of 0.0001 L/ha as its VPN says too.</summary>
    [Fact]
    public void A_real_grid_of_type_2_says_its_litres_per_hectare_cell_by_cell()
    {
        var findings = new List<Finding>();
        var read = Importer.Read(ImportFiles.Of(Repository.Shared("isoxml/josephinum-py/v3/grid_type_2/TASKDATA.XML"), findings));
        var zones = read.Prescription.ShouldNotBeNull().Zones.GroupBy(z => z.RateLPerHa).ToDictionary(g => g.Key, g => g.Sum(z => z.ShapeIn(read.Farm!.Frame).Area));
        zones.Keys.Order().ShouldBe([0, 49, 300]);
        const double cellM2 = 1.1178e-5 * 111_198 * 1.1184e-5 * 74_400;
        zones[49].ShouldBe(16_454 * cellM2, 16_454 * cellM2 * 0.02);
    }

    /// <summary>The first record of the log, taken apart by hand.</summary>
    [Fact]
    public void The_first_record_of_a_real_time_log_is_what_its_bytes_say()
    {
        var findings = new List<Finding>();
        var log = Importer.Read(ImportFiles.Of(Repository.Shared("isoxml/isoxml_dart/folder_test/TASKDATA/TASKDATA.XML"), findings)).TimeLogs.ShouldHaveSingleItem();
        log.Records.Count.ShouldBe(207);
        var first = log.Records[0];
        first.At.ShouldBe(new DateTime(2021, 4, 9, 14, 54, 4, 969));
        first.Place!.Value.LatitudeDeg.ShouldBe(0x1B22FBDE / 1e7, 1e-9);
        first.Place!.Value.LongitudeDeg.ShouldBe(0x05B5744A / 1e7, 1e-9);
        first.HeightM.ShouldBe(173.902);
        log.Columns.Select(c => c.Ddi).ShouldBe([0x90, 0x91, 0x92, 0x18D]);
    }

    [Fact]
    public void A_base_map_gives_its_tiles_with_rows_from_the_north()
    {
        var findings = new List<Finding>();
        using var map = MbTilesFile.Open(Repository.Shared("tiles/mapbox-plain_1.mbtiles"), findings).ShouldNotBeNull();
        (map.Info.Format, map.Info.IsVector, map.Info.MinZoom).ShouldBe(("png", false, 0));
        map.Tile(0, 0, 0).ShouldNotBeNull().Length.ShouldBeGreaterThan(100);
        map.Tile(0, 0, 1).ShouldBeNull();
        MbTilesFile.Open(Repository.Shared("tiles/mapbox-corrupt.mbtiles"), findings).ShouldBeNull();
        findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith("mapbox-corrupt.mbtiles is a damaged base map");
    }

    [Fact]
    public void A_file_that_is_read_well_and_is_no_farm_is_an_error_for_whoever_plans()
    {
        var read = FarmFile.Read(Repository.Shared("tiles/brutile-test.mbtiles"));
        read.Farm.ShouldBeNull();
        read.Findings.ShouldContain(f => f.Severity == Severity.Error && f.Code == "import.nothing");
    }
}
