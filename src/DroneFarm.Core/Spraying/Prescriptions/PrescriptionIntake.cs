using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Spraying.Prescriptions;

/// <summary>Makes a prescription of areas as somebody drew them: repaired, grid cells of one rate joined, overlaps given to the area that came first.</summary>
public static class PrescriptionIntake
{
    /// <summary>Pieces smaller than this are digitising scraps, m².</summary>
    private const double ScrapM2 = 0.5;

    /// <summary>More than this of an area under another one is no scrap of drawing, m².</summary>
    private const double OverlapM2 = 5;

    /// <param name="areas">In the farm's local frame, metres; polygons, valid or not.</param>
    public static (Prescription Prescription, IReadOnlyList<Finding> Findings) Of(
        string name, IReadOnlyList<(string Id, Geometry Shape, double RateLPerHa)> areas, double? elsewhereLPerHa, LocalFrame frame)
    {
        var findings = new List<Finding>();
        var rates = new List<(double RateLPerHa, string Id, Geometry Shape)>();
        foreach (var rate in areas.GroupBy(a => a.RateLPerHa))
            rates.Add((rate.Key, rate.First().Id, OverlayNGRobust.Union([.. rate.Select(a => a.Shape.IsValid ? a.Shape : GeometryFixer.Fix(a.Shape))])));

        var zones = new List<RateZone>();
        Geometry taken = GeometryFactory.Default.CreatePolygon();
        foreach (var (rateLPerHa, id, shape) in rates)
        {
            var left = taken.IsEmpty ? shape : OverlayNGRobust.Overlay(shape, taken, SpatialFunction.Difference);
            if (shape.Area - left.Area > OverlapM2) findings.Add(Finding.Warning("prescription.overlap", name, id, $"{shape.Area - left.Area:F0}"));
            taken = taken.IsEmpty ? shape : OverlayNGRobust.Overlay(taken, shape, SpatialFunction.Union);
            foreach (var part in Parts(left).Where(p => p.Area >= ScrapM2)) zones.Add(new RateZone($"{id}/{zones.Count + 1}", Rings(part, frame), rateLPerHa));
        }

        return (new Prescription(name, zones, elsewhereLPerHa), findings);
    }

    private static IEnumerable<Polygon> Parts(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().Where(p => !p.IsEmpty);

    private static IReadOnlyList<GeoPoint>[] Rings(Polygon polygon, LocalFrame frame) =>
        [Ring(polygon.ExteriorRing, frame), .. polygon.InteriorRings.Select(r => Ring(r, frame))];

    private static IReadOnlyList<GeoPoint> Ring(LineString ring, LocalFrame frame)
    {
        var places = ring.Coordinates.SkipLast(1).Select(c => frame.ToGeo(LocalPoint.From(c)))
            .Select(p => new GeoPoint(LatitudeDeg: Math.Round(p.LatitudeDeg, 9), LongitudeDeg: Math.Round(p.LongitudeDeg, 9))).ToList();
        return [.. places, places[0]];
    }
}
