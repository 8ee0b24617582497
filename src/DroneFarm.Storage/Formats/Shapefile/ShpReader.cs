using System.Buffers.Binary;
using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>
/// Reads the geometry of a shapefile, record by record, and never beyond what a record says of its own length. Heights and measures are dropped and counted.
/// Source: ESRI Shapefile Technical Description, 1998.
/// </summary>
internal sealed class ShpReader(ImportFile file, List<Finding> findings)
{
    private const int HeaderBytes = 100, RecordHeaderBytes = 8;

    /// <summary>Points that brought a height.</summary>
    public int HeightsDropped { get; private set; }

    /// <summary>The shape of each record; null, and an error among the findings, when the file ends or breaks off before its last.</summary>
    public IReadOnlyList<GeoShape>? Read()
    {
        var bytes = file.Bytes;
        if (bytes.Length < HeaderBytes) return Damaged("shp.cut", 1);
        var length = 2L * BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(24));
        var shapes = new List<GeoShape>();
        for (var at = HeaderBytes; at < Math.Min(bytes.Length, Math.Max(length, HeaderBytes));)
        {
            var number = shapes.Count + 1;
            if (at + RecordHeaderBytes > bytes.Length) return Damaged("shp.cut", number);
            var content = 2L * BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 4));
            if (content < 4) return Damaged("shp.damaged", number);
            if (at + RecordHeaderBytes + content > bytes.Length) return Damaged("shp.cut", number);
            if (ShapeOf(bytes.AsSpan(at + RecordHeaderBytes, (int)content), number) is not { } shape) return Damaged("shp.damaged", number);
            shapes.Add(shape);
            at += RecordHeaderBytes + (int)content;
        }

        return length > bytes.Length ? Damaged("shp.cut", shapes.Count + 1) : shapes;
    }

    private GeoShape? ShapeOf(ReadOnlySpan<byte> record, int number)
    {
        var type = BinaryPrimitives.ReadInt32LittleEndian(record);
        switch (type)
        {
            case 0:
                return GeoShape.None;
            case 1 or 11 or 21:
                if (record.Length < 20) return null;
                if (type == 11) HeightsDropped++;
                return new GeoShape(GeoShapeKind.Points, [[[PointAt(record[4..])]]]);
            case 8 or 18 or 28:
                return record.Length >= 40 && Points(record, 36, 40, type == 18) is { } points ? new GeoShape(GeoShapeKind.Points, [.. points.Select(p => new[] { new[] { p } })]) : null;
            case 3 or 13 or 23:
                return Parts(record, type == 13) is { } lines ? lines.Count == 0 ? GeoShape.None : new GeoShape(GeoShapeKind.Lines, [.. lines.Select(l => new[] { l })]) : null;
            case 5 or 15 or 25:
                return Parts(record, type == 15) is { } rings ? RingNesting.Polygons(rings) : null;
            default:
                findings.Add(Finding.Error("shp.type", file.Name, Say(number), Say(type)) with { FieldId = Say(number - 1) });
                return GeoShape.None;
        }
    }

    /// <summary>The parts of a line or polygon; null when they do not fit in the record.</summary>
    private List<GeoPoint[]>? Parts(ReadOnlySpan<byte> record, bool withHeights)
    {
        if (record.Length < 44) return null;
        var count = BinaryPrimitives.ReadInt32LittleEndian(record[36..]);
        if (count < 0 || 44 + (4L * count) > record.Length || Points(record, 40, 44 + (4 * count), withHeights) is not { } points) return null;
        var parts = new List<GeoPoint[]>(count);
        for (var i = 0; i < count; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(record[(44 + (4 * i))..]);
            var end = i + 1 < count ? BinaryPrimitives.ReadInt32LittleEndian(record[(48 + (4 * i))..]) : points.Length;
            if (start < 0 || end < start || end > points.Length) return null;
            if (end > start) parts.Add(points[start..end]);
        }

        return parts;
    }

    private GeoPoint[]? Points(ReadOnlySpan<byte> record, int countAt, int pointsAt, bool withHeights)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(record[countAt..]);
        if (count < 0 || pointsAt + (16L * count) > record.Length) return null;
        if (withHeights) HeightsDropped += count;
        var points = new GeoPoint[count];
        for (var i = 0; i < count; i++) points[i] = PointAt(record[(pointsAt + (16 * i))..]);
        return points;
    }

    private static GeoPoint PointAt(ReadOnlySpan<byte> bytes) => LonLat.Point(BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]));

    private IReadOnlyList<GeoShape>? Damaged(string code, int number)
    {
        findings.Add(Finding.Error(code, file.Name, Say(number)));
        return null;
    }

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
