using System.Buffers.Binary;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>Writes the geometry of a shapefile and its index. Source: ESRI Shapefile Technical Description, 1998: shells run clockwise, holes the other way.</summary>
internal static class ShpWriter
{
    private const int NullShape = 0, PointShape = 1, LineShape = 3, PolygonShape = 5, MultiPointShape = 8, FileCode = 9994, Version = 1000;

    public static int TypeOf(Geometry shape) => shape.IsEmpty ? PolygonShape : shape switch
    {
        Point => PointShape,
        MultiPoint => MultiPointShape,
        _ when shape.Dimension == Dimension.Surface => PolygonShape,
        _ when shape.Dimension == Dimension.Curve => LineShape,
        _ => throw new ArgumentException($"a shapefile has no {shape.GeometryType}", nameof(shape)),
    };

    public static string WordOf(int type) => type switch { PointShape => "point", LineShape => "line", MultiPointShape => "points", _ => "area" };

    public static (byte[] Shp, byte[] Shx) Write(int type, IReadOnlyList<Geometry> shapes, LocalFrame frame)
    {
        using MemoryStream shp = new(), shx = new();
        shp.Write(new byte[100]);
        shx.Write(new byte[100]);
        var box = new Envelope();
        foreach (var (i, shape) in shapes.Index())
        {
            var record = Record(type, shape, frame, box);
            BigEndian(shx, (int)(shp.Length / 2), record.Length / 2);
            BigEndian(shp, i + 1, record.Length / 2);
            shp.Write(record);
        }

        return (WithHeader(shp, type, box), WithHeader(shx, type, box));
    }

    private static byte[] Record(int type, Geometry shape, LocalFrame frame, Envelope all)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(shape.IsEmpty ? NullShape : type);
        if (shape.IsEmpty) return memory.ToArray();
        var parts = PartsOf(shape).Select(p => LonLat.Positions(frame, p)).ToList();
        var box = new Envelope();
        foreach (var position in parts.SelectMany(p => p)) box.ExpandToInclude(position[0], position[1]);
        all.ExpandToInclude(box);
        if (type != PointShape)
        {
            Numbers(writer, box.MinX, box.MinY, box.MaxX, box.MaxY);
            if (type != MultiPointShape) writer.Write(parts.Count);
            writer.Write(parts.Sum(p => p.Length));
            if (type != MultiPointShape)
            {
                var start = 0;
                foreach (var part in parts)
                {
                    writer.Write(start);
                    start += part.Length;
                }
            }
        }

        foreach (var position in parts.SelectMany(p => p)) Numbers(writer, position[0], position[1]);
        return memory.ToArray();
    }

    private static IEnumerable<Coordinate[]> PartsOf(Geometry shape) => shape switch
    {
        Polygon polygon when !polygon.IsEmpty => [Turned(polygon.Shell, clockwise: true), .. polygon.Holes.Select(h => Turned(h, clockwise: false))],
        GeometryCollection many => many.Geometries.SelectMany(PartsOf),
        Polygon => [],
        _ => [shape.Coordinates],
    };

    private static Coordinate[] Turned(LinearRing ring, bool clockwise) => ring.IsCCW == clockwise ? ring.Reverse().Coordinates : ring.Coordinates;

    private static byte[] WithHeader(MemoryStream file, int type, Envelope box)
    {
        var bytes = file.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes, FileCode);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(24), bytes.Length / 2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(28), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(32), type);
        if (box.IsNull) return bytes;
        foreach (var (i, value) in ((double[])[box.MinX, box.MinY, box.MaxX, box.MaxY]).Index()) BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(36 + (8 * i)), value);
        return bytes;
    }

    private static void BigEndian(MemoryStream stream, params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes, number);
            stream.Write(bytes);
        }
    }

    private static void Numbers(BinaryWriter writer, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers) writer.Write(number);
    }
}
