using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>Overlays that give areas only: the lines and points in which areas touch are no ground.</summary>
internal static class Areas
{
    public static Geometry Less(Geometry area, Geometry other) => Polygons(OverlayNGRobust.Overlay(area, other, SpatialFunction.Difference));

    public static Geometry Shared(Geometry area, Geometry other) => Polygons(OverlayNGRobust.Overlay(area, other, SpatialFunction.Intersection));

    public static Geometry United(IEnumerable<Geometry> areas) => Polygons(OverlayNGRobust.Union([.. areas]));

    /// <summary>The polygons of at least some size.</summary>
    public static Geometry Polygons(Geometry geometry, double leastM2 = 0)
    {
        if (geometry is Polygon single) return single.Area >= leastM2 ? single : geometry.Factory.CreatePolygon();
        var parts = Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().Where(p => !p.IsEmpty && p.Area >= leastM2).ToArray();
        return parts.Length == 1 ? parts[0] : parts.Length == 0 ? geometry.Factory.CreatePolygon() : geometry.Factory.CreateMultiPolygon(parts);
    }
}
