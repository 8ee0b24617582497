using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>Degrees into geometry of the farm's local frame, metres.</summary>
internal static class LocalShapes
{
    private static readonly GeometryFactory Factory = new();

    /// <summary>Valid or not: rings are only closed, and rings of fewer than three different points left out.</summary>
    public static Geometry Of(GeoShape shape, LocalFrame frame) => shape.Kind switch
    {
        GeoShapeKind.Polygons => Polygons(shape, frame),
        GeoShapeKind.Lines => Factory.BuildGeometry(shape.Parts.Where(p => p[0].Distinct().Count() > 1).Select(p => (Geometry)Factory.CreateLineString(Local(p[0], frame)))),
        GeoShapeKind.Points => Factory.BuildGeometry(shape.Parts.Select(p => (Geometry)Factory.CreatePoint(Local(p[0], frame)[0]))),
        _ => Factory.CreatePolygon(),
    };

    /// <summary>How many rings of a polygon are left out.</summary>
    public static int ShortRings(GeoShape shape) =>
        shape.Kind == GeoShapeKind.Polygons ? shape.Parts.Sum(rings => rings.Count(IsShort)) : 0;

    private static bool IsShort(GeoPoint[] ring) => ring.Distinct().Count() < 3;

    private static Geometry Polygons(GeoShape shape, LocalFrame frame)
    {
        var polygons = new List<Polygon>();
        foreach (var rings in shape.Parts)
        {
            if (IsShort(rings[0])) continue;
            var holes = rings.Skip(1).Where(r => !IsShort(r)).Select(r => Ring(r, frame));
            polygons.Add(Factory.CreatePolygon(Ring(rings[0], frame), [.. holes]));
        }

        return polygons is [var only] ? only : Factory.CreateMultiPolygon([.. polygons]);
    }

    private static LinearRing Ring(GeoPoint[] points, LocalFrame frame)
    {
        var closed = points[0] == points[^1] ? points : [.. points, points[0]];
        return Factory.CreateLinearRing(Local(closed, frame));
    }

    private static Coordinate[] Local(GeoPoint[] line, LocalFrame frame) => [.. line.Select(p => frame.ToLocal(p).ToCoordinate())];
}
