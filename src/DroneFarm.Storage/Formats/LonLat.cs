using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>The only place where the order of GeoJSON, longitude first, is spelt out (RFC 7946, section 3.1.1).</summary>
internal static class LonLat
{
    /// <summary>Nine decimals are 0.1 mm, so that what was planned returns to within half of that on each axis.</summary>
    private const int Decimals = 9;

    public static GeoPoint Point(double first, double second) => new(LatitudeDeg: second, LongitudeDeg: first);

    public static GeoPoint Point(double[] position) => Point(position[0], position[1]);

    public static double[] Position(GeoPoint point) => [Math.Round(point.LongitudeDeg, Decimals), Math.Round(point.LatitudeDeg, Decimals)];

    /// <summary>For PostGIS, whose points are longitude first too. Nothing is computed with it here.</summary>
    public static Coordinate Degrees(GeoPoint point) => new(point.LongitudeDeg, point.LatitudeDeg);

    public static double[] Position(LocalFrame frame, LocalPoint point) => Position(frame.ToGeo(point));

    public static double[][] Positions(LocalFrame frame, IEnumerable<LocalPoint> line) => [.. line.Select(p => Position(frame, p))];

    public static double[][] Positions(LocalFrame frame, IEnumerable<Coordinate> line) => Positions(frame, line.Select(LocalPoint.From));

    /// <summary>Shell first, then holes.</summary>
    public static double[][][] Rings(LocalFrame frame, Polygon polygon) =>
        polygon.IsEmpty ? [] : [Positions(frame, polygon.Shell.Coordinates), .. polygon.Holes.Select(hole => Positions(frame, hole.Coordinates))];

    public static LocalPoint Local(LocalFrame frame, double[] position) => frame.ToLocal(Point(position));
}
