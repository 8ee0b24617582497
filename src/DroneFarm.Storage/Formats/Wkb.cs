using System.Buffers.Binary;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// Reads well-known binary, never beyond its end. Heights and measures are dropped. Source: OGC 06-103r4, section 8; the high bits of PostGIS's dialect are understood too.
/// </summary>
internal ref struct Wkb(ReadOnlySpan<byte> bytes)
{
    private const int MostDepth = 8;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    /// <summary>Points that brought a height.</summary>
    public int HeightsDropped { get; private set; }

    /// <exception cref="FormatException">The bytes end too early, or are of a type that is no line, area or point; the message is a key of the phrasebook.</exception>
    public GeoShape Read() => Read(0);

    private GeoShape Read(int depth)
    {
        if (depth > MostDepth) throw new FormatException("file.geometry.nesting");
        var little = Bytes(1)[0] == 1;
        var said = UInt(little);
        if ((said & 0x20000000) != 0) UInt(little);
        var type = (said & 0x0FFFFFFF) % 1000;
        var group = (said & 0x0FFFFFFF) / 1000;
        var heights = (said & 0x80000000) != 0 || group is 1 or 3;
        var numbers = 2 + (heights ? 1 : 0) + ((said & 0x40000000) != 0 || group is 2 or 3 ? 1 : 0);
        return type switch
        {
            1 => Point(little, numbers, heights),
            2 => new GeoShape(GeoShapeKind.Lines, [[Line(little, numbers, heights)]]) is var line && line.Parts[0][0].Length > 0 ? line : GeoShape.None,
            3 => Rings(little, numbers, heights) is { Length: > 0 } rings ? new GeoShape(GeoShapeKind.Polygons, [rings]) : GeoShape.None,
            4 or 5 or 6 or 7 => Many(little, depth),
            _ => throw new FormatException("file.geometry.type"),
        };
    }

    private GeoShape Point(bool little, int numbers, bool heights)
    {
        var point = Position(little, numbers, heights);
        return double.IsNaN(point.LatitudeDeg) ? GeoShape.None : new GeoShape(GeoShapeKind.Points, [[[point]]]);
    }

    private GeoShape Many(bool little, int depth)
    {
        var count = Count(little, 5);
        var shapes = new List<GeoShape>();
        for (var i = 0; i < count; i++) shapes.Add(Read(depth + 1));
        var kind = shapes.Count == 0 ? GeoShapeKind.None : shapes.Max(s => s.Kind);
        return kind == GeoShapeKind.None ? GeoShape.None : new GeoShape(kind, [.. shapes.Where(s => s.Kind == kind).SelectMany(s => s.Parts)]);
    }

    private GeoPoint[][] Rings(bool little, int numbers, bool heights)
    {
        var rings = new List<GeoPoint[]>();
        for (var left = Count(little, 4); left > 0; left--)
        {
            if (Line(little, numbers, heights) is { Length: > 0 } ring) rings.Add(ring);
        }

        return [.. rings];
    }

    private GeoPoint[] Line(bool little, int numbers, bool heights)
    {
        var line = new GeoPoint[Count(little, 8 * numbers)];
        for (var i = 0; i < line.Length; i++) line[i] = Position(little, numbers, heights);
        return line;
    }

    private GeoPoint Position(bool little, int numbers, bool heights)
    {
        var of = Bytes(8 * numbers);
        if (heights) HeightsDropped++;
        return little
            ? LonLat.Point(BinaryPrimitives.ReadDoubleLittleEndian(of), BinaryPrimitives.ReadDoubleLittleEndian(of[8..]))
            : LonLat.Point(BinaryPrimitives.ReadDoubleBigEndian(of), BinaryPrimitives.ReadDoubleBigEndian(of[8..]));
    }

    /// <summary>How many follow, never more than the bytes that are left could hold.</summary>
    private int Count(bool little, int leastBytes)
    {
        var count = UInt(little);
        return count <= (bytes.Length - at) / leastBytes ? (int)count : throw new FormatException("file.geometry.cut");
    }

    private uint UInt(bool little)
    {
        var of = Bytes(4);
        return little ? BinaryPrimitives.ReadUInt32LittleEndian(of) : BinaryPrimitives.ReadUInt32BigEndian(of);
    }

    private ReadOnlySpan<byte> Bytes(int count)
    {
        if (at + count > bytes.Length) throw new FormatException("file.geometry.cut");
        var of = bytes.Slice(at, count);
        at += count;
        return of;
    }
}
