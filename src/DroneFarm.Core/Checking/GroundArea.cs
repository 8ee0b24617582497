using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>A polygonal area as plain rings, for the questions a check asks thousands of times: what share of a strip it holds, and whether it keeps a line.</summary>
internal sealed class GroundArea
{
    private readonly List<LocalPoint[]> rings = [];

    /// <param name="area">Polygonal; shells are turned counter-clockwise and holes clockwise, so that signed areas add up.</param>
    public GroundArea(Geometry area)
    {
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon) continue;
            rings.Add(Ring(polygon.ExteriorRing, counterClockwise: true));
            for (var h = 0; h < polygon.NumInteriorRings; h++) rings.Add(Ring(polygon.GetInteriorRingN(h), counterClockwise: false));
        }
    }

    public int PointCount => rings.Sum(r => r.Length);

    /// <summary>The area of what a convex piece and this ground share, m².</summary>
    public double SharedM2(LocalPoint[] piece)
    {
        var crossed = false;
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length && !crossed; i++) crossed = MayCross(ring[i], ring[(i + 1) % ring.Length], piece);
            if (crossed) break;
        }

        if (!crossed) return Contains(Middle(piece)) ? ConvexPieces.AreaM2(piece) : 0;
        return rings.Sum(ring => ConvexPieces.AreaM2(ConvexPieces.Clip([.. ring], piece)));
    }

    /// <summary>Whether a strip lies in this ground, but for a margin along its own edge.</summary>
    public bool Keeps(Strip strip, double marginM)
    {
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                if (strip.IsEntered(ring[i], ring[(i + 1) % ring.Length], marginM)) return false;
            }
        }

        return Contains(strip.Centre);
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
        var cuts = new List<double> { 0, 1 };
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
                if (Crossing(from, step, a, b) is { } cut) cuts.Add(cut);
                if (lengthM > 0 && Math.Abs(step.Cross(a - from)) <= marginM * lengthM && step.Dot(a - from) / (lengthM * lengthM) is > 0 and < 1 and var beside) cuts.Add(beside);
            }
        }

        cuts.Sort();
        for (var i = 1; i < cuts.Count; i++)
        {
            if ((cuts[i] - cuts[i - 1]) * lengthM <= marginM && cuts.Count > 2) continue;
            for (var quarter = 1; quarter <= 3; quarter++)
            {
                var point = from + (step * (cuts[i - 1] + ((cuts[i] - cuts[i - 1]) * quarter / 4)));
                if (!Contains(point) && DistanceToEdgeM(point) > marginM) return false;
            }
        }

        return true;
    }

    public bool Contains(LocalPoint point)
    {
        var inside = false;
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
                if (a.NorthM > point.NorthM == b.NorthM > point.NorthM) continue;
                inside ^= point.EastM < a.EastM + ((point.NorthM - a.NorthM) / (b.NorthM - a.NorthM) * (b.EastM - a.EastM));
            }
        }

        return inside;
    }

    /// <summary>Whether this area lies in another one, or nearer to it than a margin: every edge does, and no hole of the other is swallowed.</summary>
    public bool LiesIn(GroundArea other, double marginM) =>
        rings.TrueForAll(ring => Edges(ring).All(e => other.Keeps(e.From, e.To, marginM)))
        && other.rings.TrueForAll(ring => Array.TrueForAll(ring, p => !Contains(p) || DistanceToEdgeM(p) <= marginM || IsShell(ring)));

    /// <summary>A point inside a convex piece, off its edges.</summary>
    private static LocalPoint Middle(LocalPoint[] piece) => new(piece.Average(p => p.EastM), piece.Average(p => p.NorthM));

    private static bool IsShell(LocalPoint[] ring) => ConvexPieces.AreaM2(ring) > 0;

    private static IEnumerable<(LocalPoint From, LocalPoint To)> Edges(LocalPoint[] ring)
    {
        for (var i = 0; i < ring.Length; i++) yield return (ring[i], ring[(i + 1) % ring.Length]);
    }

    private static LocalPoint[] Ring(LineString line, bool counterClockwise)
    {
        var points = new LocalPoint[line.NumPoints - 1];
        for (var i = 0; i < points.Length; i++) points[i] = new LocalPoint(line.CoordinateSequence.GetX(i), line.CoordinateSequence.GetY(i));
        if (ConvexPieces.AreaM2(points) > 0 != counterClockwise) Array.Reverse(points);
        return points;
    }

    /// <summary>False when the edge lies wholly on the outer side of one edge of the piece.</summary>
    private static bool MayCross(LocalPoint a, LocalPoint b, LocalPoint[] piece)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            var (corner, edge) = (piece[i], piece[(i + 1) % piece.Length] - piece[i]);
            if (edge.Cross(a - corner) <= 0 && edge.Cross(b - corner) <= 0) return false;
        }

        return true;
    }

    private static double? Crossing(LocalPoint from, LocalVector step, LocalPoint a, LocalPoint b)
    {
        double sideA = step.Cross(a - from), sideB = step.Cross(b - from);
        if (sideA > 0 == sideB > 0) return null;
        var on = a + ((b - a) * (sideA / (sideA - sideB)));
        var share = step.Dot(on - from) / step.Dot(step);
        return share is > 0 and < 1 ? share : null;
    }

    private double DistanceToEdgeM(LocalPoint point)
    {
        var least2 = double.PositiveInfinity;
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (a, edge) = (ring[i], ring[(i + 1) % ring.Length] - ring[i]);
                var length2 = edge.Dot(edge);
                var share = length2 > 0 ? Math.Clamp((point - a).Dot(edge) / length2, 0, 1) : 0;
                var off = point - (a + (edge * share));
                least2 = Math.Min(least2, off.Dot(off));
            }
        }

        return Math.Sqrt(least2);
    }
}
