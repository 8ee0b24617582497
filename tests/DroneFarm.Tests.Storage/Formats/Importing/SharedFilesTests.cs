using System.Globalization;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats.Importing;
using DroneFarm.Storage.Formats.Maps;

namespace DroneFarm.Tests.Storage.Formats.Importing;

/// <summary>Every file of the shared input that is of a format we read: read, written in each format, read again. <c>ACCEPT=1</c> writes the table of docs/formats.md.</summary>
public sealed class SharedFilesTests
{
    private const string Begin = "<!-- table begin -->", End = "<!-- table end -->";

    private static readonly string[] Kinds = [".shp", ".gpkg", ".zip", ".kml", ".plan", ".mbtiles", ".txt"];

    private static readonly MapFormat[] Formats = [MapFormat.GeoJson, MapFormat.Kml, MapFormat.Kmz, MapFormat.Shapefile, MapFormat.GeoPackage];

    [Fact]
    public void Every_shared_file_is_read_and_comes_back_equal_from_every_format_that_it_is_written_in()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Shared("README.md"))!));
        var rows = new List<string>();
        foreach (var path in FilesOf(root)) rows.AddRange(RowsOf(root, path));
        rows.Count.ShouldBeGreaterThan(50);
        rows.ShouldAllBe(r => !r.Contains("DIFFERS", StringComparison.Ordinal));
        var document = Path.Combine(Repository.Root, "docs", "formats.md");
        var text = File.ReadAllText(document);
        var table = $"{Begin}\n| file | kind | read | taken | repaired | skipped | why, or what was done | written, read again equal |\n|---|---|---|---|---|---|---|---|\n{string.Join('\n', rows)}\n{End}";
        var renewed = text[..text.IndexOf(Begin, StringComparison.Ordinal)] + table + text[(text.IndexOf(End, StringComparison.Ordinal) + End.Length)..];
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1") File.WriteAllText(document, renewed);
        else text.ShouldBe(renewed);
    }

    private static IEnumerable<string> FilesOf(string root) => Directory.GetFiles(root, "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/mavlink/", StringComparison.Ordinal) && !f.Contains("/weather/", StringComparison.Ordinal) && !f.Contains("/terrain/", StringComparison.Ordinal) && !f.Contains("LICENSE", StringComparison.Ordinal))
        .Where(f => Kinds.Contains(Path.GetExtension(f).ToLowerInvariant()) || f.EndsWith("TASKDATA.XML", StringComparison.OrdinalIgnoreCase)
            || (f.Contains("/isoxml", StringComparison.Ordinal) && f.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && XmlStartsTask(f)) || f.Contains("/fiboa-cli/cz/", StringComparison.Ordinal) || f.Contains("/fiboa-cli/sk/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static bool XmlStartsTask(string path) => File.ReadAllText(path).Contains("<ISO11783_TaskData", StringComparison.Ordinal);

    private static IEnumerable<string> RowsOf(string root, string path)
    {
        var findings = new List<Finding>();
        var imported = Importer.Read(ImportFiles.Of(path, findings));
        findings.AddRange(imported.Findings);
        (imported.Farm is not null || imported.Parts.Count > 0 || findings.Count > 0).ShouldBeTrue(path);
        findings.ForEach(f => f.Say(Language.Chinese).ShouldNotBeEmpty());
        var name = Path.GetRelativePath(root, path).Replace('\\', '/');
        if (name.Length > 60) name = name[..25] + "…" + name[^32..];
        var why = string.Join(", ", findings.GroupBy(f => f.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Count() > 1 ? $"{g.Key} ×{g.Count().ToString(CultureInfo.InvariantCulture)}" : g.Key));
        var again = imported.Farm is { } all && WithoutBorderCases(all) is var farm ? string.Join(", ", Formats.Select(f => $"{f} {Again(farm, f)}")) : "-";
        if (imported.Parts.Count == 0) yield return $"| {name} | - | 0 | 0 | 0 | 0 | {why} | {again} |";
        foreach (var (i, part) in imported.Parts.Index())
        {
            var inside = imported.Parts.Count > 1 ? $" ({part.Thing}: {part.Name.Split('/')[^1]})" : "";
            yield return $"| {(i == 0 ? name : "")}{inside} | {part.Kind} | {part.Read} | {part.Taken} | {part.Repaired} | {part.Skipped} | {(i == 0 ? why : "")} | {(i == 0 ? again : "")} |";
        }
    }

    /// <summary>A field of 10.0 m² is a scrap or none by the last digit, and the frame of a farm that is read again is another.</summary>
    private static Farm WithoutBorderCases(Farm farm) => farm with { Fields = [.. farm.Fields.Where(f => f.AreaM2 > FieldIntake.SliverM2 * 1.01)] };

    private static string Again(Farm farm, MapFormat format)
    {
        using var memory = new MemoryStream();
        MapFile.Write(memory, MapSheet.Of(farm), format);
        var read = Importer.Read([new ImportFile("again." + format switch { MapFormat.GeoJson => "geojson", MapFormat.Kml => "kml", MapFormat.GeoPackage => "gpkg", _ => "zip" }, memory.ToArray())]);
        return read.Farm is { } back && Difference(farm, back) is null ? back.Fields.Count.ToString(CultureInfo.InvariantCulture) : $"DIFFERS {Difference(farm, read.Farm)} {string.Join(' ', read.Findings.Select(f => f.Say(Language.English)))}";
    }

    /// <summary>Null when every field, zone, obstacle and refill point is there with the same words, and every corner within a millimetre.</summary>
    internal static string? Difference(Farm a, Farm? b)
    {
        if (b is null) return "no farm";
        if (a.Fields.Count != b.Fields.Count || a.Zones.Count != b.Zones.Count || a.Obstacles.Count != b.Obstacles.Count || a.RefillPoints.Count != b.RefillPoints.Count) return $"counts {b.Fields.Count}";
        var fields = b.Fields.ToDictionary(f => f.Id);
        foreach (var field in a.Fields)
        {
            if (!fields.TryGetValue(field.Id, out var same)) return $"{field.Id} is missing";
            if (same.Name != field.Name || same.Crop != field.Crop) return $"{field.Id} is called {same.Name} {same.Crop}";
            var moved = Worst(field.Boundary.Coordinates, a.Frame, [.. same.Boundary.Coordinates], b.Frame);
            if (moved > 0.001) return $"{field.Id} moved {moved}";
        }

        var zones = b.Zones.ToDictionary(z => z.Id);
        if (a.Zones.Any(z => !zones.TryGetValue(z.Id, out var same) || same.Kind != z.Kind || same.BufferM != z.BufferM || same.Name != z.Name)) return "zones";
        var obstacles = b.Obstacles.ToDictionary(o => o.Id);
        return a.Obstacles.Any(o => !obstacles.TryGetValue(o.Id, out var same) || (same.Kind, same.HeightM, same.ClearanceM, same.VerticalClearanceM, same.SprayOver) != (o.Kind, o.HeightM, o.ClearanceM, o.VerticalClearanceM, o.SprayOver))
            ? "obstacles" : null;
    }

    private static double Worst(NetTopologySuite.Geometries.Coordinate[] one, LocalFrame oneFrame, NetTopologySuite.Geometries.Coordinate[] other, LocalFrame otherFrame)
    {
        if (one.Length != other.Length) return double.PositiveInfinity;
        // A shapefile may start a ring at another corner and keeps no order of holes, so corners are matched by place.
        var sorted = other.Select(c => oneFrame.ToLocal(otherFrame.ToGeo(LocalPoint.From(c)))).OrderBy(p => p.EastM).ToList();
        var east = sorted.ConvertAll(p => p.EastM);
        return one.Max(c =>
        {
            var from = east.BinarySearch(c.X - 0.002);
            return sorted.Skip(from < 0 ? ~from : from).TakeWhile(p => p.EastM <= c.X + 0.002).Select(p => p.DistanceM(LocalPoint.From(c))).DefaultIfEmpty(double.PositiveInfinity).Min();
        });
    }
}
