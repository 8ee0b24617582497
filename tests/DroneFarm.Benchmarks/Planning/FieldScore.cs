using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Benchmarks.Planning;

/// <summary>One field's swaths measured by the geometry library's union, in the way of the outside scorer: rectangles with flat ends on the boundary.</summary>
internal readonly record struct FieldScore(double AreaM2, double CoveredM2, double DoubledM2, double OutsideM2, double SprayedM, double IdleM, int Turns, double Ms)
{
    public double Errors => AreaM2 - CoveredM2 + DoubledM2 + OutsideM2;

    /// <summary>At 5 m/s and 3 s a turn.</summary>
    public double FlightS => ((SprayedM + IdleM) / 5) + (3 * Turns);

    public static FieldScore Of(Polygon boundary, IReadOnlyList<Swath> swaths, double ms)
    {
        if (swaths.Count == 0) return new FieldScore(boundary.Area, 0, 0, 0, 0, 0, 0, ms);
        var strips = swaths.Select(s => (Geometry)Strip(s, boundary.Factory)).ToList();
        var wet = OverlayNGRobust.Union(strips);
        var covered = OverlayNGRobust.Overlay(wet, boundary, SpatialFunction.Intersection).Area;
        var idleM = swaths.Zip(swaths.Skip(1), (a, b) => a.End.DistanceM(b.Start)).Sum();
        var all = strips.Sum(s => s.Area);
        return new FieldScore(boundary.Area, covered, Math.Max(0, all - wet.Area), Math.Max(0, wet.Area - covered), swaths.Sum(s => s.LengthM), idleM, swaths.Count - 1, ms);
    }

    private static Polygon Strip(Swath swath, GeometryFactory factory)
    {
        var side = (swath.End - swath.Start).Unit.Left * (swath.WidthM / 2);
        Coordinate[] ring = [(swath.Start - side).ToCoordinate(), (swath.End - side).ToCoordinate(), (swath.End + side).ToCoordinate(), (swath.Start + side).ToCoordinate()];
        return factory.CreatePolygon([.. ring, ring[0].Copy()]);
    }
}
