using System.IO.Compression;
using System.Text;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Importing;
using DroneFarm.Storage.Formats.Isoxml;
using DroneFarm.Storage.Formats.Maps;
using DroneFarm.Storage.Formats.Wpml;

namespace DroneFarm.Tests.Storage.Formats.Importing;

/// <summary>Small files by hand, one for each thing that a format does.</summary>
public sealed class FormatSamplesTests
{
    private const string KmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>东庄</name>\n";

    private static readonly MapFormat[] All = [MapFormat.GeoJson, MapFormat.Kml, MapFormat.Kmz, MapFormat.Shapefile, MapFormat.GeoPackage];

    [Fact]
    public void The_sample_farm_comes_back_whole_from_every_format()
    {
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!;
        foreach (var format in All)
        {
            using var memory = new MemoryStream();
            MapFile.Write(memory, MapSheet.Of(farm), format);
            var read = Importer.Read([new ImportFile($"farm.{format}", memory.ToArray())]);
            SharedFilesTests.Difference(farm, read.Farm).ShouldBeNull($"{format}: {Said(read)}");
            read.IsPartial.ShouldBeFalse($"{format}");
            if (format != MapFormat.Shapefile) read.Farm!.MadeUp.ShouldBeTrue($"{format}");
        }
    }

    [Fact]
    public void Placemarks_of_kml_are_fields_with_their_holes_and_a_closed_path_is_one_too()
    {
        var read = Kml($"<Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>{Ring(0)}</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>120.0004,32.0004 120.0006,32.0006 120.0006,32.0004 120.0004,32.0004</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>" +
            $"<Placemark><name>B</name><LineString><coordinates>{Ring(0.002)}</coordinates></LineString></Placemark><Placemark><Point><coordinates>120,32</coordinates></Point></Placemark>");
        var farm = read.Farm.ShouldNotBeNull(Said(read));
        farm.Name.ShouldBe("东庄");
        farm.Fields.Select(f => (f.Name, f.Boundary.NumInteriorRings)).ShouldBe([("A", 1), ("B", 0)]);
        read.Findings.Select(f => f.Code).ShouldBe(["kml.closed-line", "file.not-land"]);
        read.Parts.ShouldHaveSingleItem().ShouldBe(new ImportedPart("f.kml", FileKind.Kml, ImportedThing.Features, 3, 2, 0));
    }

    [Fact]
    public void A_dtd_is_refused_with_its_line_and_no_entity_is_followed()
    {
        var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<kml><Document><name>&x;</name></Document></kml>";
        var read = Importer.Read([new ImportFile("f.kml", Encoding.UTF8.GetBytes(text))]);
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith("f.kml, line 2: the file has a document type definition (DTD)");
    }

    [Fact]
    public void A_kml_that_breaks_off_is_refused_whole()
    {
        var read = Importer.Read([new ImportFile("f.kml", Encoding.UTF8.GetBytes(KmlHead + $"<Placemark><LineString><coordinates>{Ring(0)}</coordinates></LineString></Placemark><Placemark><Poly"))]);
        read.Farm.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Code.ShouldBe("xml.bad");
    }

    [Theory]
    [InlineData("../../evil.kml", "import.zip-slip")]
    [InlineData("/etc/evil.kml", "import.zip-slip")]
    [InlineData("C:\\evil.kml", "import.zip-slip")]
    [InlineData("big.kml", "import.zip-bomb")]
    public void An_archive_that_leads_outside_or_swells_is_refused(string name, string code)
    {
        var read = Importer.Read([Zip((name, new byte[3_000_000]))], limits: new ImportLimits(MostBytes: 2_000_000));
        read.Farm.ShouldBeNull();
        read.Findings[0].Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("GBK")]
    [InlineData("UTF-8")]
    [InlineData(null)]
    public void A_shapefile_says_its_names_in_gbk_or_utf_8(string? cpg)
    {
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm! with { Zones = [], Obstacles = [], RefillPoints = [] };
        using var memory = new MemoryStream();
        MapFile.Write(memory, MapSheet.Of(farm), MapFormat.Shapefile);
        var files = Unzip(memory.ToArray()).ToDictionary(f => Path.GetExtension(f.Name));
        if (cpg != "UTF-8")
        {
            var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
            files[".dbf"] = files[".dbf"] with { Bytes = Gbk(files[".dbf"].Bytes, gbk) };
        }

        files[".cpg"] = files[".cpg"] with { Bytes = Encoding.ASCII.GetBytes(cpg ?? "") };
        var read = Importer.Read([.. files.Values]);
        read.Farm.ShouldNotBeNull(Said(read)).Fields.Select(f => f.Name).ShouldBe(farm.Fields.Select(f => f.Name));
        read.Findings.Count(f => f.Code == "shp.encoding-guessed").ShouldBe(cpg is null ? 1 : 0);
    }

    [Fact]
    public void A_fence_to_stay_out_of_is_an_obstacle_and_a_survey_a_field()
    {
        const string plan = """
            {"fileType":"Plan","version":1,"geoFence":{"version":2,"circles":[{"circle":{"center":[32.0005,120.0005],"radius":10},"inclusion":false}],
            "polygons":[{"inclusion":true,"polygon":[[31.9,119.9],[31.9,120.1],[32.1,120.1]]}]},
            "mission":{"version":2,"plannedHomePosition":[32.0,120.0,0],"items":[{"type":"ComplexItem","complexItemType":"survey","polygon":[[32.0,120.0],[32.0,120.001],[32.001,120.001],[32.001,120.0]]}]},"rallyPoints":{"points":[]}}
            """;
        var read = Importer.Read([new ImportFile("f.plan", Encoding.UTF8.GetBytes(plan))]);
        var farm = read.Farm.ShouldNotBeNull(Said(read));
        farm.Fields.ShouldHaveSingleItem().AreaM2.ShouldBe(94.5 * 110.9, 60);
        farm.Obstacles.ShouldHaveSingleItem().Shape.Area.ShouldBe(Math.PI * 100, 5);
        farm.RefillPoints.Count.ShouldBe(1);
        read.Findings.Select(f => f.Code).ShouldBe(["qgc.fence-skipped", "fence.as-obstacle"], ignoreOrder: true);
    }

    [Fact]
    public void A_polygon_of_mission_planner_is_a_field_and_its_old_fence_loses_the_return_point()
    {
        const string ring = "32.0 120.0\n32.0 120.001\n32.001 120.001\n32.001 120.0\n";
        Importer.Read([new ImportFile("f.poly", Encoding.UTF8.GetBytes("#saved by Mission Planner\n" + ring))]).Farm!.Fields.Count.ShouldBe(1);
        var fence = Importer.Read([new ImportFile("f.txt", Encoding.UTF8.GetBytes("32.0005 120.0005\n" + ring + "32.0 120.0\n"))]);
        fence.Farm!.Fields.ShouldHaveSingleItem().AreaM2.ShouldBe(94.5 * 110.9, 60);
        fence.Findings.ShouldHaveSingleItem().Code.ShouldBe("poly.fence");
    }

    [Fact]
    public void Treatment_zones_and_a_grid_of_isoxml_become_rates_and_their_cut_file_is_told()
    {
        var task = Tasks(Zone(0, "300000") + Grid);
        var read = Importer.Read([task, new ImportFile("GRD00001.BIN", [1, 1, 1, 2])]);
        var farm = read.Farm.ShouldNotBeNull(Said(read));
        farm.Fields.ShouldHaveSingleItem().Name.ShouldBe("North");
        var rates = read.Prescription.ShouldNotBeNull(Said(read));
        rates.Zones.Select(z => z.RateLPerHa).Order().ShouldBe([15, 22.5, 30]);
        rates.Zones.Single(z => z.RateLPerHa == 15).ShapeIn(farm.Frame).Area.ShouldBe(3 * 9.45 * 11.09, 3);
        var cut = Importer.Read([task, new ImportFile("GRD00001.BIN", [1, 1, 1])]);
        cut.IsPartial.ShouldBeTrue();
        cut.Findings.ShouldContain(f => f.Say(Language.English) == "GRD00001.BIN has 3 bytes, and the grid of 2 × 2 cells wants 4. It is not read.");
    }

    [Fact]
    public void Of_isoxml_that_breaks_off_what_stands_before_is_read_and_the_loss_is_told()
    {
        var whole = Encoding.UTF8.GetString(Tasks("").Bytes);
        var read = Importer.Read([new ImportFile("TASKDATA.XML", Encoding.UTF8.GetBytes(whole[..(whole.IndexOf("<TSK", StringComparison.Ordinal) + 8)]))]);
        read.Farm.ShouldNotBeNull(Said(read)).Fields.Count.ShouldBe(1);
        read.IsPartial.ShouldBeTrue();
        read.Findings.ShouldContain(f => f.Code == "xml.broken");
    }

    [Fact]
    public void Several_files_make_one_farm_and_ids_that_meet_are_renamed()
    {
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!;
        using var memory = new MemoryStream();
        FarmGeoJson.Write(memory, farm);
        var poly = new ImportFile("extra.poly", Encoding.UTF8.GetBytes("32.06 120.82\n32.06 120.821\n32.061 120.821\n"));
        var read = Importer.Read([new ImportFile("farm.geojson", memory.ToArray()), poly, new ImportFile("notes.dat", [1, 2, 3])]);
        read.Farm.ShouldNotBeNull(Said(read)).Fields.Count.ShouldBe(farm.Fields.Count + 1);
        read.Parts.Select(p => (p.Kind, p.Taken)).ShouldBe([(FileKind.GeoJson, 28), (FileKind.Poly, 1)]);
        read.Findings.ShouldContain(f => f.Code == "import.unknown-any" && f.Severity == Severity.Warning);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_farm_and_a_flown_job_come_back_from_isoxml_with_every_point_of_the_track(int version)
    {
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!;
        var start = new DateTimeOffset(2026, 6, 1, 23, 59, 58, TimeSpan.Zero);
        var track = Enumerable.Range(0, 50).Select(i => new TrackPoint(start.AddMilliseconds(200 * i), new VehicleId(1), 1, new GeoPoint(LatitudeDeg: 32.05 + (i * 1e-5), LongitudeDeg: 120.8), 3, 5, i == 7 ? null : i % 2 * 3.375)).ToList();
        using var memory = new MemoryStream();
        TaskDataWriter.Write(memory, farm, new TaskRecord("June", "Sprayer", new FlightLog("j", track, [], true), 5, 12, 3000), version);
        var read = Importer.Read([new ImportFile("job.zip", memory.ToArray())]);
        var back = read.Farm.ShouldNotBeNull(Said(read));
        back.Fields.Select(f => f.Name).ShouldBe(farm.Fields.Select(f => f.Name));
        back.Fields.Zip(farm.Fields).ShouldAllBe(p => Math.Abs(p.First.AreaM2 - p.Second.AreaM2) < 0.01);
        back.Zones.Count.ShouldBe(farm.Zones.Count);
        back.Obstacles.Count(o => o.Kind == DroneFarm.Core.Fields.ObstacleKind.Other).ShouldBe(farm.Obstacles.Count);
        read.Findings.ShouldContain(f => f.Code == "isoxml.no-height");
        var log = read.TimeLogs.ShouldHaveSingleItem();
        log.Records.Count.ShouldBe(50);
        log.Records.Zip(track).ShouldAllBe(p => p.First.GpsAt == p.Second.At && Math.Abs(p.First.Place!.Value.LatitudeDeg - p.Second.Place.LatitudeDeg) < 1e-7);
        log.Records[1].Values.ShouldBe([225_000, 56_250, 5000, 1]);
        log.Records[7].Values.ShouldAllBe(v => v == null);
    }

    [Fact]
    public void A_sortie_as_wpml_has_both_files_the_same_points_and_no_order_to_a_pump()
    {
        var mission = SamplePlan.Make().Missions[0];
        using var memory = new MemoryStream();
        WpmlFile.Write(memory, mission, 7);
        var files = Unzip(memory.ToArray());
        files.Select(f => f.Name).ShouldBe(["wpmz/template.kml", "wpmz/waylines.wpml"]);
        foreach (var file in files)
        {
            var xml = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(file.Bytes));
            xml.Descendants().Where(e => e.Name.LocalName == "Placemark").Count().ShouldBe(mission.Items.Count(i => i.Command == DroneFarm.Core.Planning.MissionCommand.Waypoint));
            xml.Descendants().ShouldNotContain(e => e.Name.LocalName.StartsWith("action", StringComparison.OrdinalIgnoreCase));
            xml.Descendants().Single(e => e.Name.LocalName == "finishAction").Value.ShouldBe("goHome");
        }
    }

    [Fact]
    public void A_map_of_a_plan_is_no_farm_in_any_format_for_its_zones_would_be_land()
    {
        foreach (var format in All)
        {
            using var memory = new MemoryStream();
            MapFile.Write(memory, MapSheet.Of(SamplePlan.Make()), format);
            var read = Importer.Read([new ImportFile("plan", memory.ToArray())]);
            read.Farm.ShouldBeNull($"{format}");
            read.Findings.ShouldContain(f => f.Code == "import.map-not-farm", $"{format}");
        }
    }

    [Fact]
    public void A_prescription_is_taken_from_a_shapefile_and_from_isoxml()
    {
        var frame = new LocalFrame(new GeoPoint(LatitudeDeg: 32, LongitudeDeg: 120));
        using var folder = new TemporaryFolder();
        var path = folder.File("TASKDATA.XML");
        File.WriteAllBytes(path, Tasks(Zone(0, "300000")).Bytes);
        PrescriptionFile.Read(path, frame).Prescription.ShouldNotBeNull().Zones.ShouldHaveSingleItem().RateLPerHa.ShouldBe(30);
        var kml = folder.File("rates.kml");
        File.WriteAllText(kml, KmlHead + $"<Placemark><ExtendedData><Data name=\"rate_l_per_mu\"><value>2</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>{Ring(0)}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>");
        PrescriptionFile.Read(kml, frame).Prescription.ShouldNotBeNull().Zones.ShouldHaveSingleItem().RateLPerHa.ShouldBe(30);
        File.WriteAllBytes(path, Tasks(Zone(0, "9000000")).Bytes);
        PrescriptionFile.Read(path, frame).Prescription.ShouldBeNull();
    }

    internal static ImportFile Tasks(string inTask) => new("TASKDATA.XML", Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ISO11783_TaskData VersionMajor=\"4\" VersionMinor=\"3\" DataTransferOrigin=\"1\">\n<PFD A=\"PFD1\" C=\"North\" D=\"1\"><PLN A=\"1\"><LSG A=\"1\">"
        + Points(0, 0.001) + "</LSG></PLN></PFD>\n<TSK A=\"TSK1\" B=\"Spray\" G=\"1\" E=\"PFD1\">" + inTask + "</TSK>\n</ISO11783_TaskData>"));

    private const string Grid = "<TZN A=\"1\"><PDV A=\"0001\" B=\"150000\"/></TZN><TZN A=\"2\"><PDV A=\"0001\" B=\"225000\"/></TZN><GRD A=\"32.0005\" B=\"120.0005\" C=\"0.0001\" D=\"0.0001\" E=\"2\" F=\"2\" G=\"GRD00001\" I=\"1\"/>";

    private static string Zone(double at, string rate) => $"<TZN A=\"7\"><PLN A=\"2\"><LSG A=\"1\">{Points(at, 0.0003)}</LSG></PLN><PDV A=\"0001\" B=\"{rate}\"/></TZN>";

    private static string Points(double at, double size) => string.Concat(((double, double)[])[(0, 0), (0, size), (size, size), (size, 0), (0, 0)] is var corners
        ? corners.Select(c => FormattableString.Invariant($"<PNT A=\"2\" C=\"{32 + at + c.Item1}\" D=\"{120 + at + c.Item2}\"/>")) : []);

    private static string Ring(double east) => FormattableString.Invariant($"{120 + east},32,0 {120.001 + east},32,0 {120.001 + east},32.001,0 {120 + east},32.001,0 {120 + east},32,0");

    private static Imported Kml(string placemarks) => Importer.Read([new ImportFile("f.kml", Encoding.UTF8.GetBytes(KmlHead + placemarks + "</Document></kml>"))]);

    private static ImportFile Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return new ImportFile("f.zip", memory.ToArray());
    }

    private static List<ImportFile> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(e =>
        {
            using var from = e.Open();
            using var memory = new MemoryStream();
            from.CopyTo(memory);
            return new ImportFile(e.FullName, memory.ToArray());
        })];
    }

    /// <summary>The table with each cell's text in another encoding, blanks behind it.</summary>
    private static byte[] Gbk(byte[] dbf, Encoding gbk)
    {
        var changed = (byte[])dbf.Clone();
        int rows = BitConverter.ToInt32(dbf, 4), header = BitConverter.ToUInt16(dbf, 8), row = BitConverter.ToUInt16(dbf, 10);
        for (var r = 0; r < rows; r++)
        {
            var at = header + (r * row) + 1;
            for (var c = 32; dbf[c] != 0x0D; c += 32)
            {
                var cell = gbk.GetBytes(Encoding.UTF8.GetString(dbf, at, dbf[c + 16]).TrimEnd());
                changed.AsSpan(at, dbf[c + 16]).Fill((byte)' ');
                cell.CopyTo(changed, at);
                at += dbf[c + 16];
            }
        }

        return changed;
    }

    private static string Said(Imported read) => string.Join(' ', read.Findings.Select(f => f.Say(Language.English)));
}
