using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>
/// Writes a farm, and a flown job with its time log, as a zip of an ISOXML task data set. Heights of obstacles and buffers of zones are lost: ISOXML has no place
/// for them. Source: ISO 11783-10 and its schema, version 4.3; version 3 knows the same elements but buffer zones.
/// </summary>
public static class TaskDataWriter
{
    private const string Device = "DVC1", DeviceElement = "DET1", LogName = "TLG00001";

    /// <param name="version">3 or 4.</param>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    public static void Write(string path, Farm farm, TaskRecord? task = null, int version = 4) => WholeFile.Write(path, stream => Write(stream, farm, task, version));

    public static void Write(Stream stream, Farm farm, TaskRecord? task = null, int version = 4)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "TASKDATA.XML", Root(farm, task, version));
        if (task is null) return;
        Add(zip, $"{LogName}.XML", TimeLogWriter.Header(DeviceElement));
        using var log = zip.CreateEntry($"TASKDATA/{LogName}.BIN").Open();
        log.Write(TimeLogWriter.Records(task));
    }

    private static XElement Root(Farm farm, TaskRecord? task, int version)
    {
        var root = new XElement(
            "ISO11783_TaskData", new XAttribute("VersionMajor", version), new XAttribute("VersionMinor", 3), new XAttribute("ManagementSoftwareManufacturer", "DroneFarm"),
            new XAttribute("ManagementSoftwareVersion", "0.1"), new XAttribute("TaskControllerManufacturer", ""), new XAttribute("TaskControllerVersion", ""), new XAttribute("DataTransferOrigin", task is null ? 1 : 2),
            new XElement("FRM", new XAttribute("A", "FRM1"), new XAttribute("B", Text(farm.Name, 32))));
        var partfields = farm.Fields.Select((f, i) => (Field: f, Xml: Partfield(f, i + 1, farm.Frame))).ToList();
        foreach (var zone in farm.Zones) Nearest(zone.Shape).Add(Polygon(KindOf(zone.Kind, version), zone.Name, zone.Shape, farm.Frame));
        foreach (var obstacle in farm.Obstacles) AddObstacle(Nearest(obstacle.Shape), obstacle, farm.Frame);
        // The schema wants points behind polygons.
        foreach (var (_, xml) in partfields) xml.ReplaceNodes(xml.Elements().OrderBy(e => e.Name == "PNT" ? 2 : e.Name == "LSG" ? 1 : 0).ToList());
        root.Add(partfields.Select(p => p.Xml));
        if (task is not null) root.Add(DeviceOf(task), TaskOf(task, partfields.Count == 1));
        return root;

        XElement Nearest(Geometry shape) => partfields.MinBy(p => p.Field.Boundary.Distance(shape)).Xml;
    }

    private static XElement Partfield(Field field, int number, LocalFrame frame) => new(
        "PFD", new XAttribute("A", $"PFD{number}"), new XAttribute("B", Text(field.Id, 32)), new XAttribute("C", Text(field.Name, 32)), new XAttribute("D", (long)Math.Round(field.AreaM2)),
        new XAttribute("F", "FRM1"), Polygon("1", null, field.Boundary, frame));

    private static XElement Polygon(string kind, string? name, Polygon polygon, LocalFrame frame)
    {
        var xml = new XElement("PLN", new XAttribute("A", kind));
        if (name is not null) xml.Add(new XAttribute("B", Text(name, 32)));
        xml.Add(new XAttribute("C", (long)Math.Round(polygon.Area)), Line("1", polygon.ExteriorRing.Coordinates, frame), polygon.InteriorRings.Select(r => Line("2", r.Coordinates, frame)));
        return xml;
    }

    private static XElement Line(string kind, IEnumerable<Coordinate> line, LocalFrame frame) => new("LSG", new XAttribute("A", kind), line.Select(c => Point("2", c, frame)));

    private static XElement Point(string kind, Coordinate at, LocalFrame frame)
    {
        var place = frame.ToGeo(LocalPoint.From(at));
        return new XElement("PNT", new XAttribute("A", kind), new XAttribute("C", Degrees(place.LatitudeDeg)), new XAttribute("D", Degrees(place.LongitudeDeg)));
    }

    private static void AddObstacle(XElement partfield, Obstacle obstacle, LocalFrame frame)
    {
        foreach (var part in Enumerable.Range(0, obstacle.Shape.NumGeometries).Select(obstacle.Shape.GetGeometryN))
        {
            if (part is Point point) partfield.Add(Point("5", point.Coordinate, frame));
            else if ((part as Polygon ?? part.Buffer(obstacle.ClearanceM) as Polygon) is { } area) partfield.Add(Polygon("6", obstacle.Id, area, frame));
        }
    }

    private static string KindOf(ZoneKind kind, int version) => kind switch
    {
        ZoneKind.FishPond or ZoneKind.Water => "3",
        ZoneKind.House => "4",
        _ => version >= 4 ? "11" : "3",
    };

    private static XElement DeviceOf(TaskRecord task) => new(
        "DVC", new XAttribute("A", Device), new XAttribute("B", Text(task.Sprayer, 32)), new XAttribute("D", "0000000000000000"), new XAttribute("F", "00000000000001"), new XAttribute("G", "FF000000406E65"),
        new XElement(
            "DET", new XAttribute("A", DeviceElement), new XAttribute("B", 1), new XAttribute("C", 1), new XAttribute("D", "sprayer"), new XAttribute("E", 0), new XAttribute("F", 0),
            TimeLogWriter.Columns.Select((_, i) => new XElement("DOR", new XAttribute("A", i + 2)))),
        TimeLogWriter.Columns.Select((c, i) => new XElement(
            "DPD", new XAttribute("A", i + 2), new XAttribute("B", $"{c.Ddi:X4}"), new XAttribute("C", 1), new XAttribute("D", 1), new XAttribute("E", c.Name))));

    /// <summary>A completed task (G=4) with its effective time, the area (DDI 0074, m²) and the litres (DDI 0050).</summary>
    private static XElement TaskOf(TaskRecord task, bool onePartfield)
    {
        var xml = new XElement("TSK", new XAttribute("A", "TSK1"), new XAttribute("B", Text(task.Name, 32)), new XAttribute("D", "FRM1"), new XAttribute("G", 4));
        if (onePartfield) xml.Add(new XAttribute("E", "PFD1"));
        if (task.Log.Track is { Count: > 0 } track)
        {
            xml.Add(new XElement(
                "TIM", new XAttribute("A", Moment(track[0].At)), new XAttribute("B", Moment(track[^1].At)), new XAttribute("D", 4),
                Total(0x0074, task.AreaM2), Total(0x0050, task.Litres)));
        }

        xml.Add(new XElement("TLG", new XAttribute("A", LogName), new XAttribute("C", 1)));
        return xml;
    }

    private static XElement Total(int ddi, double value) => new("DLV", new XAttribute("A", $"{ddi:X4}"), new XAttribute("B", (long)Math.Round(value)), new XAttribute("C", DeviceElement));

    private static void Add(ZipArchive zip, string name, XElement root)
    {
        using var entry = zip.CreateEntry($"TASKDATA/{name}").Open();
        using var xml = XmlWriter.Create(entry, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        root.WriteTo(xml);
    }

    /// <summary>Names have a greatest length.</summary>
    private static string Text(string text, int most) => XmlText.Clean(text) is var clean && clean.Length > most ? clean[..most] : clean;

    private static string Degrees(double value) => Math.Round(value, 9).ToString("0.#########", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
