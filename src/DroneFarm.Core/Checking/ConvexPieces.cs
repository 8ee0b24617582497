using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>
/// Exact areas of convex pieces and of what is left of a polygon inside one (Sutherland and Hodgman 1974). A concave ring comes out with edges that
/// run to and fro on the cut, but its signed area is right, and areas are all that is asked.
/// </summary>
internal static class ConvexPieces
{
    /// <summary>Smaller pieces hold no drop, and are what rounding leaves along shared edges.</summary>
    private const double NothingM2 = 1e-9;

    /// <summary>The direction of a shorter edge is lost in rounding; leaving it out moves an area of 100 m by 1 cm² at most.</summary>
    private const double ShortestM = 1e-6;

    /// <summary>The part that two convex pieces share, counter-clockwise; empty when they only touch.</summary>
    public static LocalPoint[] Shared(LocalPoint[] one, LocalPoint[] other)
    {
        if (AreApart(one, other) || AreApart(other, one)) return [];
        var left = Clip([.. one], other);
        // A cut through a corner leaves two points in one place, and an edge without length has no outer side.
        left = [.. left.Where((point, i) => point.DistanceM(left[(i + 1) % left.Count]) > ShortestM)];
        return left.Count >= 3 && AreaM2(left) > NothingM2 ? [.. left] : [];
    }

    /// <summary>Cuts a ring down to the inside of a convex counter-clockwise window.</summary>
    public static List<LocalPoint> Clip(List<LocalPoint> ring, LocalPoint[] window)
    {
        var output = ring;
        for (var w = 0; w < window.Length && output.Count > 0; w++)
        {
            var (a, edge) = (window[w], window[(w + 1) % window.Length] - window[w]);
            var input = output;
            output = new List<LocalPoint>(input.Count + 4);
            var last = input[^1];
            var lastSide = edge.Cross(last - a);
            foreach (var next in input)
            {
                var side = edge.Cross(next - a);
                if (side >= 0 != lastSide >= 0) output.Add(last + ((next - last) * (lastSide / (lastSide - side))));
                if (side >= 0) output.Add(next);
                (last, lastSide) = (next, side);
            }
        }

        return output;
    }

    /// <summary>Signed: counter-clockwise is positive. Computed from the first point, so that far-away coordinates lose nothing.</summary>
    public static double AreaM2(IReadOnlyList<LocalPoint> ring)
    {
        var twice = 0.0;
        for (var i = 1; i + 1 < ring.Count; i++) twice += (ring[i] - ring[0]).Cross(ring[i + 1] - ring[0]);
        return twice / 2;
    }

    /// <summary>Whether an edge of the first has all of the second on its outer side.</summary>
    private static bool AreApart(LocalPoint[] one, LocalPoint[] other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            var (a, edge) = (one[i], one[(i + 1) % one.Length] - one[i]);
            var outside = true;
            for (var k = 0; k < other.Length && outside; k++) outside = edge.Cross(other[k] - a) <= 0;
            if (outside) return true;
        }

        return false;
    }
}
