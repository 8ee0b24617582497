using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>Well-known binary, little-endian, in longitude and latitude. Source: OGC 06-103r4, section 8.</summary>
internal static class WkbWriter
{
    private const int PointType = 1, LineType = 2, PolygonType = 3, MultiPointType = 4, MultiLineType = 5, MultiPolygonType = 6, CollectionType = 7;

    /// <param name="box">Grows to hold what is written, degrees.</param>
    public static byte[] Write(Geometry shape, LocalFrame frame, Envelope box)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        Shape(writer, shape, frame, box);
        return memory.ToArray();
    }

    private static void Shape(BinaryWriter writer, Geometry shape, LocalFrame frame, Envelope box)
    {
        writer.Write((byte)1);
        switch (shape)
        {
            case Point point:
                writer.Write(PointType);
                if (point.IsEmpty) Numbers(writer, double.NaN, double.NaN);
                else Position(writer, point.Coordinate, frame, box);
                break;
            case LineString line:
                writer.Write(LineType);
                Line(writer, line.Coordinates, frame, box);
                break;
            case Polygon polygon:
                writer.Write(PolygonType);
                writer.Write(polygon.IsEmpty ? 0 : 1 + polygon.NumInteriorRings);
                if (polygon.IsEmpty) break;
                Line(writer, polygon.ExteriorRing.Coordinates, frame, box);
                foreach (var hole in polygon.InteriorRings) Line(writer, hole.Coordinates, frame, box);
                break;
            case GeometryCollection many:
                writer.Write(many switch { MultiPoint => MultiPointType, MultiLineString => MultiLineType, MultiPolygon => MultiPolygonType, _ => CollectionType });
                writer.Write(many.NumGeometries);
                foreach (var part in many.Geometries) Shape(writer, part, frame, box);
                break;
            default: throw new ArgumentException($"well-known binary has no {shape.GeometryType}", nameof(shape));
        }
    }

    private static void Line(BinaryWriter writer, Coordinate[] line, LocalFrame frame, Envelope box)
    {
        writer.Write(line.Length);
        foreach (var point in line) Position(writer, point, frame, box);
    }

    private static void Position(BinaryWriter writer, Coordinate point, LocalFrame frame, Envelope box)
    {
        var position = LonLat.Position(frame, LocalPoint.From(point));
        box.ExpandToInclude(position[0], position[1]);
        Numbers(writer, position[0], position[1]);
    }

    private static void Numbers(BinaryWriter writer, double x, double y)
    {
        writer.Write(x);
        writer.Write(y);
    }
}
