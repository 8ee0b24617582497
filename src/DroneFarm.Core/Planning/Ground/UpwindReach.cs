using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>
/// The ground from which the planned wind can carry spray to a shape: the shape's Minkowski sum with the wind's sector turned round. The sector is
/// convex and holds its own tip, so the sum is the shape and the hulls of the sector set on both ends of each edge.
/// </summary>
internal sealed class UpwindReach
{
    /// <summary>The arc is drawn by tangents this far apart: they leave it by less than a thousandth of its radius, and always outwards.</summary>
    private const double StepRad = 5 * Math.PI / 180;

    /// <summary>Of lines: so far to all sides they belong to their reach, for a strip that ends on the very edge it lies beside leaves hairs along it.</summary>
    private const double OverEdgeM = 0.02;

    private readonly LocalVector[] sector, sectorOverEdge;

    /// <param name="distanceM">How far the spray is carried.</param>
    public UpwindReach(Drift drift, double distanceM)
    {
        DistanceM = distanceM;
        var upwindRad = Math.Atan2(-drift.Towards.NorthM, -drift.Towards.EastM);
        var steps = Math.Max(1, (int)Math.Ceiling(2 * drift.HalfSectorRad / StepRad));
        var stepRad = 2 * drift.HalfSectorRad / steps;
        List<LocalVector> corners = [default, At(upwindRad - drift.HalfSectorRad, distanceM)];
        for (var i = 0; i < steps; i++) corners.Add(At(upwindRad - drift.HalfSectorRad + ((i + 0.5) * stepRad), distanceM / Math.Cos(stepRad / 2)));
        corners.Add(At(upwindRad + drift.HalfSectorRad, distanceM));
        sector = [.. corners];
        sectorOverEdge = [.. corners, new(OverEdgeM, OverEdgeM), new(OverEdgeM, -OverEdgeM), new(-OverEdgeM, OverEdgeM), new(-OverEdgeM, -OverEdgeM)];
    }

    public double DistanceM { get; }

    /// <param name="shape">A polygon, or lines.</param>
    public Geometry Of(Geometry shape)
    {
        List<Geometry> parts = shape is Polygon ? [shape] : [];
        var set = shape is Polygon ? sector : sectorOverEdge;
        foreach (var line in Lines(shape))
        {
            for (var i = 1; i < line.Length; i++) parts.Add(Hull(set, line[i - 1], line[i], shape.Factory));
        }

        return Areas.United(parts);
    }

    /// <summary>The envelope that a shape's reach cannot leave.</summary>
    public Envelope Around(Geometry shape)
    {
        var all = shape.EnvelopeInternal.Copy();
        all.ExpandBy(DistanceM * 1.01);
        return all;
    }

    private static Geometry Hull(LocalVector[] set, Coordinate a, Coordinate b, GeometryFactory factory) =>
        new ConvexHull([.. set.Select(s => Moved(a, s)), .. set.Select(s => Moved(b, s))], factory).GetConvexHull();

    private static IEnumerable<Coordinate[]> Lines(Geometry shape) => shape switch
    {
        Polygon { IsEmpty: false } polygon => [polygon.ExteriorRing.Coordinates, .. polygon.InteriorRings.Select(r => r.Coordinates)],
        GeometryCollection many => many.Geometries.SelectMany(Lines),
        LineString { IsEmpty: false } line => [line.Coordinates],
        _ => [],
    };

    private static Coordinate Moved(Coordinate from, LocalVector step) => new(from.X + step.EastM, from.Y + step.NorthM);

    private static LocalVector At(double turnRad, double lengthM) => new(Math.Cos(turnRad) * lengthM, Math.Sin(turnRad) * lengthM);
}
