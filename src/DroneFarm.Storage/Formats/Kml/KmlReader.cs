using System.Globalization;
using System.Xml.Linq;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.Kml;

/// <summary>
/// Reads the placemarks of KML, with what stands in their ExtendedData. A path that ends where it starts is taken as an area, for many people draw a field so.
/// Source: OGC 12-007r2, KML 2.3; coordinates are longitude, latitude and height on WGS84.
/// </summary>
internal sealed class KmlReader
{
    /// <summary>May stay open where a file breaks off.</summary>
    private static readonly string[] Containers = [];

    private readonly ImportFile file;
    private readonly List<Finding> findings;
    private int heights, closed;

    private KmlReader(ImportFile file, List<Finding> findings) => (this.file, this.findings) = (file, findings);

    public static Layer? Read(ImportFile file, List<Finding> findings) =>
        XmlInput.Read(file, Containers, findings) is { } root ? new KmlReader(file, findings).Read(root) : null;

    private Layer Read(XElement root)
    {
        var places = new RowPlaces(file.Name);
        var features = root.DescendantsAndSelf().Where(e => e.Name.LocalName == "Placemark").Select((p, i) => Feature(p, i, places)).ToList();
        SayOthers(root);
        if (heights > 0) findings.Add(Finding.Note("file.heights-dropped", file.Name, Say(heights)));
        if (closed > 0) findings.Add(Finding.Note("kml.closed-line", file.Name, Say(closed)));
        var document = root.DescendantsAndSelf().FirstOrDefault(e => e.Name.LocalName == "Document");
        var name = document is not null && Child(document, "name") is { } said ? said.Value.Trim() : file.Stem;
        var madeUp = document is not null && Data(document).GetValueOrDefault("made_up") == "true";
        return new Layer(FileKind.Kml, new GeoFile(places, name, madeUp, features));
    }

    private GeoFeature Feature(XElement placemark, int index, RowPlaces places)
    {
        var properties = Data(placemark);
        if (Child(placemark, "name")?.Value.Trim() is { Length: > 0 } name) properties.TryAdd("name", name);
        var shape = GeoShape.None;
        try
        {
            shape = Together([.. placemark.Elements().SelectMany(Shapes)]);
            if (shape.Kind == GeoShapeKind.Lines && !properties.ContainsKey("role") && shape.Parts.All(p => IsRing(p[0])))
            {
                closed++;
                shape = shape with { Kind = GeoShapeKind.Polygons };
            }
        }
        catch (FormatException e)
        {
            findings.Add(Finding.Error(e.Message, file.Name, Say(XmlInput.LineOf(placemark)), Say(index)) with { FieldId = Say(index) });
        }

        return new GeoFeature(index, places, XmlInput.LineOf(placemark), properties.GetValueOrDefault("id") is null ? (string?)placemark.Attribute("id") : null, properties, shape);
    }

    /// <summary>One kind of geometry for a placemark: of a mixed one only the areas are land.</summary>
    private static GeoShape Together(List<GeoShape> shapes)
    {
        if (shapes.Count == 0) return GeoShape.None;
        var kind = shapes.Max(s => s.Kind);
        return new GeoShape(kind, [.. shapes.Where(s => s.Kind == kind).SelectMany(s => s.Parts)]);
    }

    private IEnumerable<GeoShape> Shapes(XElement geometry) => geometry.Name.LocalName switch
    {
        "MultiGeometry" => geometry.Elements().SelectMany(Shapes),
        "Polygon" => Polygon(geometry) is { } polygon ? [polygon] : [],
        "LinearRing" when Line(geometry) is { Length: > 0 } ring => [new GeoShape(GeoShapeKind.Polygons, [[ring]])],
        "LineString" when Line(geometry) is { Length: > 0 } line => [new GeoShape(GeoShapeKind.Lines, [[line]])],
        "Point" when Line(geometry) is { Length: > 0 } point => [new GeoShape(GeoShapeKind.Points, [[[point[0]]]])],
        "Track" => Track(geometry) is { Length: > 0 } track ? [new GeoShape(GeoShapeKind.Lines, [[track]])] : [],
        _ => [],
    };

    private GeoShape? Polygon(XElement polygon)
    {
        var shells = Rings("outerBoundaryIs");
        if (shells.Count == 0) return null;
        return new GeoShape(GeoShapeKind.Polygons, [[shells[0], .. Rings("innerBoundaryIs")]]);

        List<GeoPoint[]> Rings(string side) =>
            [.. polygon.Elements().Where(e => e.Name.LocalName == side).SelectMany(e => e.Elements()).Where(e => e.Name.LocalName == "LinearRing").Select(Line).Where(r => r.Length > 0)];
    }

    private GeoPoint[] Line(XElement geometry) =>
        Child(geometry, "coordinates") is { } text ? [.. text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(t => Position(t.Split(',')))] : [];

    private GeoPoint[] Track(XElement track) =>
        [.. track.Elements().Where(e => e.Name.LocalName == "coord").Select(c => Position(c.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private GeoPoint Position(string[] numbers)
    {
        if (numbers.Length is < 2 or > 3 || !Number(numbers[0], out var longitude) || !Number(numbers[1], out var latitude)) throw new FormatException("file.geometry.position");
        // A height of zero is what programs write for "on the ground".
        if (numbers.Length == 3 && (!Number(numbers[2], out var height) || height != 0)) heights++;
        return LonLat.Point(longitude, latitude);
    }

    private void SayOthers(XElement root)
    {
        var links = root.Descendants().Where(e => e.Name.LocalName == "NetworkLink").ToList();
        if (links.Count > 0) findings.Add(Finding.Warning("kml.network-link", file.Name, Say(XmlInput.LineOf(links[0])), Say(links.Count)));
        var overlays = root.Descendants().Where(e => e.Name.LocalName is "GroundOverlay" or "PhotoOverlay" or "ScreenOverlay").ToList();
        if (overlays.Count > 0) findings.Add(Finding.Note("kml.overlay", file.Name, Say(XmlInput.LineOf(overlays[0])), Say(overlays.Count)));
    }

    private static Dictionary<string, string> Data(XElement holder)
    {
        var data = new Dictionary<string, string>();
        foreach (var item in Child(holder, "ExtendedData")?.Descendants() ?? [])
        {
            var text = item.Name.LocalName switch { "SimpleData" => item.Value, "Data" => Child(item, "value")?.Value, _ => null };
            if (text is not null && (string?)item.Attribute("name") is { } name) data[name.ToLowerInvariant()] = text.Trim();
        }

        return data;
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static bool IsRing(GeoPoint[] line) => line.Length >= 4 && line[0] == line[^1];

    private static bool Number(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
