using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>A polygonal area as plain rings, for the questions a check asks thousands of times: what share of a strip it holds, and whether it keeps a line.</summary>
internal sealed class GroundArea
{
    private readonly List<EdgeTree> rings = [];

    /// <param name="area">Polygonal; shells are turned counter-clockwise and holes clockwise, so that signed areas add up.</param>
    public GroundArea(Geometry area)
    {
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon) continue;
            rings.Add(new EdgeTree(Ring(polygon.ExteriorRing, counterClockwise: true)));
            for (var h = 0; h < polygon.NumInteriorRings; h++) rings.Add(new EdgeTree(Ring(polygon.GetInteriorRingN(h), counterClockwise: false)));
        }
    }

    /// <summary>The area of what a convex counter-clockwise piece and this ground share, m².</summary>
    public double SharedM2(LocalPoint[] piece)
    {
        var shared = new SharedArea(piece);
        foreach (var ring in rings) ring.Walk(ref shared);
        return shared.AreaM2;
    }

    /// <summary>Whether a strip lies in this ground, but for a margin along its own edge.</summary>
    public bool Keeps(Strip strip, double marginM)
    {
        var visit = new StripVisit(strip, marginM);
        foreach (var ring in rings) ring.Walk(ref visit);
        return !visit.IsEntered && Contains(strip.Centre);
    }

    /// <summary>Whether a straight line stays in this ground, or nearer to it than a margin.</summary>
    /// <remarks>
    /// The line is cut where it crosses an edge and where a corner lies within the margin of it; between two cuts it is on one side,
    /// so a few points speak for the whole piece.
    /// </remarks>
    public bool Keeps(LocalPoint from, LocalPoint to, double marginM)
    {
        var step = to - from;
        var lengthM = step.LengthM;
        var visit = new LineCuts(from, to, marginM, [0, 1]);
        foreach (var ring in rings) ring.Walk(ref visit);
        var cuts = visit.Shares;
        cuts.Sort();
        for (var i = 1; i < cuts.Count; i++)
        {
            if ((cuts[i] - cuts[i - 1]) * lengthM <= marginM && cuts.Count > 2) continue;
            for (var quarter = 1; quarter <= 3; quarter++)
            {
                var point = from + (step * (cuts[i - 1] + ((cuts[i] - cuts[i - 1]) * quarter / 4)));
                if (!Contains(point) && !IsNearEdge(point, marginM)) return false;
            }
        }

        return true;
    }

    public bool Contains(LocalPoint point)
    {
        var crossings = new EastwardRay(point);
        foreach (var ring in rings) ring.Walk(ref crossings);
        return crossings.IsOdd;
    }

    /// <summary>Whether an edge lies no further away than this.</summary>
    public bool IsNearEdge(LocalPoint point, double distanceM)
    {
        var nearest = new NearestEdge(point, distanceM);
        foreach (var ring in rings) ring.Walk(ref nearest);
        return nearest.IsWithin;
    }

    /// <summary>Whether this area lies in another one, or nearer to it than a margin: every edge does, and no hole of the other is swallowed.</summary>
    public bool LiesIn(GroundArea other, double marginM) =>
        rings.TrueForAll(ring => EdgesLieIn(ring.Points, other, marginM))
        && other.rings.TrueForAll(ring => IsShell(ring.Points) || !IsSwallowed(ring.Points, marginM));

    private static bool EdgesLieIn(ReadOnlySpan<LocalPoint> ring, GroundArea other, double marginM)
    {
        for (var i = 0; i < ring.Length; i++)
        {
            if (!other.Keeps(ring[i], ring[i + 1 == ring.Length ? 0 : i + 1], marginM)) return false;
        }

        return true;
    }

    private bool IsSwallowed(ReadOnlySpan<LocalPoint> hole, double marginM)
    {
        foreach (var point in hole)
        {
            if (Contains(point) && !IsNearEdge(point, marginM)) return true;
        }

        return false;
    }

    private static bool IsShell(ReadOnlySpan<LocalPoint> ring) => ConvexPieces.AreaM2(ring) > 0;

    private static LocalPoint[] Ring(LineString line, bool counterClockwise)
    {
        var points = new LocalPoint[line.NumPoints - 1];
        for (var i = 0; i < points.Length; i++) points[i] = new LocalPoint(line.CoordinateSequence.GetX(i), line.CoordinateSequence.GetY(i));
        if (ConvexPieces.AreaM2(points) > 0 != counterClockwise) Array.Reverse(points);
        return points;
    }
}
