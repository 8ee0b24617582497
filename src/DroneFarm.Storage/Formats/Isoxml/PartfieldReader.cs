using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>
/// Partfields (PFD) as fields, with the water, buildings and obstacles drawn in them. ISOXML knows neither heights nor buffers: an obstacle without a height is never
/// flown over, and a zone keeps no more than the job's drift margin; both are told.
/// </summary>
internal sealed class PartfieldReader(ImportFile file, IReadOnlyList<TaskElement> elements, List<Finding> findings, List<Finding> partial)
{
    /// <summary>Of a polygon (PLN).</summary>
    private const string Boundary = "1", Water = "3", Building = "4", ObstacleArea = "6", BufferZone = "11", Windbreak = "12";

    /// <summary>Of a line string (LSG).</summary>
    private const string Exterior = "1", Interior = "2";

    private const string ObstaclePoint = "5";

    private readonly List<GeoFeature> features = [];
    private readonly HashSet<string> ids = [];
    private int skipped, zones, obstacles;

    /// <summary>How many have no boundary.</summary>
    public int Unbounded { get; private set; }

    public GeoFile Read()
    {
        foreach (var partfield in elements.Where(e => e.Tag == "PFD")) Add(partfield);
        if (Unbounded > 0) findings.Add(Finding.Warning("isoxml.no-boundary", file.Name, Say(Unbounded)));
        if (skipped > 0) findings.Add(Finding.Note("isoxml.shapes-skipped", file.Name, Say(skipped)));
        if (zones > 0) findings.Add(Finding.Warning("isoxml.no-buffer", file.Name, Say(zones)));
        if (obstacles > 0) findings.Add(Finding.Warning("isoxml.no-height", file.Name, Say(obstacles)));
        var farm = elements.FirstOrDefault(e => e.Tag == "FRM")?["B"] ?? elements.FirstOrDefault(e => e.Tag == "CTR")?["B"] ?? file.Stem;
        return new GeoFile(new RowPlaces(file.Name), farm, false, features);
    }

    private void Add(TaskElement partfield)
    {
        var polygons = partfield.Children("PLN").ToList();
        var name = partfield["C"] ?? partfield["B"] ?? partfield["A"] ?? "PFD";
        var rings = polygons.Where(p => p["A"] == Boundary).SelectMany(p => Parts(p, name, isField: true)).ToList();
        if (rings.Count == 0) Unbounded++;
        else Take(partfield, partfield["A"] ?? "PFD", new GeoShape(GeoShapeKind.Polygons, rings), ("role", "field"), ("name", name), ("crop", CropOf(partfield)));
        foreach (var polygon in polygons.Where(p => p["A"] != Boundary)) AddPolygon(partfield, polygon, name);
        foreach (var point in partfield.Children("PNT"))
        {
            if (point["A"] != ObstaclePoint) skipped++;
            else if (point.Place is { } place) AddObstacle(point, new GeoShape(GeoShapeKind.Points, [[[place]]]), name, "other");
            else Lost(point, name);
        }

        skipped += partfield.Children("LSG").Count() + partfield.Children("GGP").Count();
    }

    private void AddPolygon(TaskElement partfield, TaskElement polygon, string name)
    {
        if (polygon["A"] is not (Water or Building or ObstacleArea or BufferZone or Windbreak))
        {
            skipped++;
            return;
        }

        var parts = Parts(polygon, name, isField: false).ToList();
        if (parts.Count == 0) return;
        var shape = new GeoShape(GeoShapeKind.Polygons, parts);
        var said = polygon["B"] ?? $"{name} {Say(features.Count)}";
        if (polygon["A"] is Water or BufferZone or Building)
        {
            zones++;
            var kind = polygon["A"] switch { Water => "water", Building => "house", _ => "other" };
            Take(polygon, $"{partfield["A"]}-{Say(features.Count)}", shape, ("role", "zone"), ("name", said), ("kind", kind), ("buffer_m", "0"));
        }

        if (polygon["A"] is Building) AddObstacle(polygon, shape, said, "building");
        else if (polygon["A"] is ObstacleArea or Windbreak) AddObstacle(polygon, shape, said, polygon["A"] == Windbreak ? "tree" : "other");
    }

    private void AddObstacle(TaskElement element, GeoShape shape, string name, string kind)
    {
        obstacles++;
        Take(element, $"obstacle-{Say(features.Count)}", shape, ("role", "obstacle"), ("name", name), ("kind", kind), ("height_m", "1000"), ("clearance_m", "2"));
    }

    private void Take(TaskElement element, string id, GeoShape shape, params ReadOnlySpan<(string Name, string Value)> properties)
    {
        var unique = id;
        for (var number = 2; !ids.Add(unique); number++) unique = $"{id}-{Say(number)}";
        if (unique != id) findings.Add(Finding.Note("import.id-renamed", element.FileName, element.Line, id, unique));
        var said = new Dictionary<string, string>();
        foreach (var (name, value) in properties) said[name] = value;
        features.Add(new GeoFeature(features.Count, new RowPlaces(element.FileName), XmlInput.LineOf(element.Xml), unique, said, shape));
    }

    /// <summary>The parts of a polygon: each exterior ring, and all interior rings with the first of them. Several exteriors in one polygon are not allowed and are met.</summary>
    private IEnumerable<GeoPoint[][]> Parts(TaskElement polygon, string name, bool isField)
    {
        var lines = polygon.Children("LSG").Where(l => l["A"] is Exterior or Interior).Select(l => (Side: l["A"], Points: RingOf(l, name, isField))).ToList();
        if (lines.Exists(l => l.Points is null)) return [];
        var shells = lines.Where(l => l.Side == Exterior).Select(l => l.Points!).ToList();
        var holes = lines.Where(l => l.Side == Interior).Select(l => l.Points!).ToList();
        return shells.Select((shell, i) => i == 0 ? (GeoPoint[][])[shell, .. holes] : [shell]);
    }

    private GeoPoint[]? RingOf(TaskElement line, string name, bool isField)
    {
        var points = line.Children("PNT").Select(p => (Point: p, p.Place)).ToList();
        var bad = points.FirstOrDefault(p => p.Place is null).Point;
        if (bad is null && points.Count >= 3) return [.. points.Select(p => p.Place!.Value)];
        var finding = Finding.Error("isoxml.bad-ring", (bad ?? line).FileName, (bad ?? line).Line, name);
        partial.Add(isField ? finding with { FieldId = name } : finding);
        return null;
    }

    private void Lost(TaskElement element, string name) => partial.Add(Finding.Error("isoxml.bad-point", element.FileName, element.Line, name));

    private string CropOf(TaskElement partfield) => partfield["G"] is { } crop ? elements.FirstOrDefault(e => e.Tag == "CTP" && e["A"] == crop)?["B"] ?? "" : "";

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
