using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>Geometry of a local frame to and from positions.</summary>
internal static class GeometryMapping
{
    private const double RoundingM = 0.001;

    private static readonly GeometryFactory Factory = new();

    public static GeometryJson ToJson(LocalFrame frame, Geometry geometry)
    {
        var parts = geometry.IsEmpty ? [] : Leaves(geometry).ToList();
        return new GeometryJson(
            geometry.GeometryType,
            Filled(parts.OfType<Point>().Select(p => LonLat.Position(frame, LocalPoint.From(p.Coordinate)))),
            Filled(parts.OfType<LineString>().Select(l => LonLat.Positions(frame, l.Coordinates))),
            Filled(parts.OfType<Polygon>().Select(p => Rings(frame, p))));
    }

    /// <summary>The rings as reading gives them back: where rounding makes edges touch, the shape is repaired before it is written and not only after.</summary>
    public static double[][][] Rings(LocalFrame frame, Polygon polygon)
    {
        var rings = LonLat.Rings(frame, polygon);
        for (var again = 0; again < 3 && rings.Length > 0; again++)
        {
            var rounded = Rounded(frame, rings);
            if (rounded.IsValid || GeometryFixer.Fix(rounded) is not Polygon { IsEmpty: false } repaired) return rings;
            rings = LonLat.Rings(frame, repaired);
        }

        return rings;
    }

    /// <exception cref="FormatException">A ring is not closed or crosses itself, or the type is unknown.</exception>
    public static Geometry ToGeometry(LocalFrame frame, GeometryJson json)
    {
        Geometry[] parts =
        [
            .. (json.Points ?? []).Select(p => Factory.CreatePoint(Local(frame, p))),
            .. (json.Lines ?? []).Select(l => Factory.CreateLineString(Locals(frame, l))),
            .. (json.Polygons ?? []).Select(p => Polygon(frame, p)),
        ];
        return json.Type switch
        {
            "Point" or "LineString" or "Polygon" when parts is [var only] => only,
            "Point" => Factory.CreatePoint(),
            "LineString" or "LinearRing" => Factory.CreateLineString(),
            "Polygon" => Factory.CreatePolygon(),
            "MultiPoint" => Factory.CreateMultiPoint([.. parts.Cast<Point>()]),
            "MultiLineString" => Factory.CreateMultiLineString([.. parts.Cast<LineString>()]),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. parts.Cast<Polygon>()]),
            "GeometryCollection" => Factory.CreateGeometryCollection(parts),
            _ => throw new FormatException(json.Type),
        };
    }

    public static Polygon Polygon(LocalFrame frame, double[][][] rings)
    {
        if (rings.Length == 0) return Factory.CreatePolygon();
        if (rings.Any(r => r.Length < 4 || !r[0].SequenceEqual(r[^1]))) throw new FormatException("ring");
        var polygon = Rounded(frame, rings);

        return polygon.IsValid ? polygon : Repaired(polygon);
    }

    /// <summary>Rounding to 0.1 mm can make two edges of a sliver touch, and the fixed shape is the same ground. Where it is not, it was no rounding.</summary>
    private static Polygon Repaired(Polygon polygon)
    {
        if (GeometryFixer.Fix(polygon) is not Polygon { IsEmpty: false } repaired) return polygon;
        return Math.Abs(repaired.Area - polygon.Area) <= RoundingM * polygon.Length ? repaired : throw new FormatException("ring");
    }

    private static Polygon Rounded(LocalFrame frame, double[][][] rings) => Factory.CreatePolygon(Ring(frame, rings[0]), [.. rings.Skip(1).Select(r => Ring(frame, r))]);

    private static LinearRing Ring(LocalFrame frame, double[][] ring) => Factory.CreateLinearRing(Locals(frame, ring));

    private static Coordinate[] Locals(LocalFrame frame, double[][] line) => [.. line.Select(p => Local(frame, p))];

    private static Coordinate Local(LocalFrame frame, double[] position) => LonLat.Local(frame, position).ToCoordinate();

    private static IEnumerable<Geometry> Leaves(Geometry geometry) =>
        geometry is GeometryCollection many ? many.Geometries.SelectMany(Leaves) : [geometry];

    private static T[]? Filled<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;
}
