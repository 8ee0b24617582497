using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Maps;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats.Kml;

/// <summary>A map as KML: a folder for each layer, all properties as ExtendedData. Source: OGC 12-007r2, KML 2.3 (the elements used are of 2.2 already).</summary>
internal static class KmlWriter
{
    private const string Space = "http://www.opengis.net/kml/2.2";

    /// <summary>Line and fill as KML writes colours: alpha, blue, green, red.</summary>
    private static readonly Dictionary<string, (string Line, string Fill)> Colours = new()
    {
        ["field"] = ("ff2f9e44", "402f9e44"),
        ["zone"] = ("ff2b2bd6", "602b2bd6"),
        ["obstacle"] = ("ff1a66e6", "801a66e6"),
        ["refill"] = ("ffb35900", "80b35900"),
        ["swath"] = ("ffe6a817", "00ffffff"),
        ["pass"] = ("ffa8781c", "60a8781c"),
        ["doubled"] = ("ff0090ff", "800090ff"),
        ["missed"] = ("ff3030e0", "803030e0"),
        ["off-target"] = ("ff8000a0", "a08000a0"),
    };

    public static void WriteZipped(Stream stream, MapSheet sheet)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using var entry = zip.CreateEntry("doc.kml").Open();
        Write(entry, sheet);
    }

    public static void Write(Stream stream, MapSheet sheet)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("kml", Space);
        xml.WriteStartElement("Document", Space);
        xml.WriteElementString("name", Space, XmlText.Clean(sheet.Name));
        if (sheet.MadeUp) Data(xml, [("made_up", "true")]);
        foreach (var layer in sheet.Layers) Style(xml, layer.Key);
        foreach (var layer in sheet.Layers)
        {
            xml.WriteStartElement("Folder", Space);
            xml.WriteElementString("name", Space, layer.Key);
            foreach (var feature in layer) Placemark(xml, feature, sheet.Frame);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Style(XmlWriter xml, string layer)
    {
        var (line, fill) = Colours.GetValueOrDefault(layer, ("ff808080", "20808080"));
        xml.WriteStartElement("Style", Space);
        xml.WriteAttributeString("id", layer);
        xml.WriteStartElement("LineStyle", Space);
        xml.WriteElementString("color", Space, line);
        xml.WriteElementString("width", Space, "2");
        xml.WriteEndElement();
        xml.WriteStartElement("PolyStyle", Space);
        xml.WriteElementString("color", Space, fill);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Placemark(XmlWriter xml, MapFeature feature, LocalFrame frame)
    {
        xml.WriteStartElement("Placemark", Space);
        xml.WriteElementString("name", Space, XmlText.Clean(feature.Text("name") ?? feature.Text("id") ?? feature.Layer));
        xml.WriteElementString("styleUrl", Space, $"#{feature.Layer}");
        Data(xml, feature.Facts.Select(p => (p.Name, MapSheet.Text(p.Value))));
        if (!feature.Shape.IsEmpty) Shape(xml, feature.Shape, frame);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, IEnumerable<(string Name, string? Value)> properties)
    {
        xml.WriteStartElement("ExtendedData", Space);
        foreach (var (name, value) in properties)
        {
            if (value is null) continue;
            xml.WriteStartElement("Data", Space);
            xml.WriteAttributeString("name", name);
            xml.WriteElementString("value", Space, XmlText.Clean(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Shape(XmlWriter xml, Geometry shape, LocalFrame frame)
    {
        switch (shape)
        {
            case Point point: Line(xml, "Point", [point.Coordinate], frame); break;
            case LineString line: Line(xml, "LineString", line.Coordinates, frame); break;
            case Polygon polygon:
                xml.WriteStartElement("Polygon", Space);
                Ring(xml, "outerBoundaryIs", polygon.ExteriorRing, frame);
                foreach (var hole in polygon.InteriorRings) Ring(xml, "innerBoundaryIs", hole, frame);
                xml.WriteEndElement();
                break;
            case GeometryCollection many:
                xml.WriteStartElement("MultiGeometry", Space);
                foreach (var part in many.Geometries) Shape(xml, part, frame);
                xml.WriteEndElement();
                break;
            default: throw new ArgumentException($"KML has no {shape.GeometryType}", nameof(shape));
        }
    }

    private static void Ring(XmlWriter xml, string side, LineString ring, LocalFrame frame)
    {
        xml.WriteStartElement(side, Space);
        Line(xml, "LinearRing", ring.Coordinates, frame);
        xml.WriteEndElement();
    }

    private static void Line(XmlWriter xml, string element, Coordinate[] line, LocalFrame frame)
    {
        xml.WriteStartElement(element, Space);
        xml.WriteElementString("coordinates", Space, string.Join(' ', LonLat.Positions(frame, line).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p[0]},{p[1]}"))));
        xml.WriteEndElement();
    }
}
