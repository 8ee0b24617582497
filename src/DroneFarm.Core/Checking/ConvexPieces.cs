using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>
/// Exact areas of convex pieces and of what they share (Sutherland and Hodgman 1974).
/// </summary>
internal static class ConvexPieces
{
    /// <summary>Smaller pieces hold no drop, and are what rounding leaves along shared edges.</summary>
    private const double NothingM2 = 1e-9;

    /// <summary>The direction of a shorter edge is lost in rounding; leaving it out moves an area of 100 m by 1 cm² at most.</summary>
    private const double ShortestM = 1e-6;

    /// <summary>The part that two convex counter-clockwise pieces share, counter-clockwise too; empty when they only touch.</summary>
    public static LocalPoint[] Shared(LocalPoint[] one, LocalPoint[] other)
    {
        if (AreApart(one, other) || AreApart(other, one)) return [];
        Span<LocalPoint> left = stackalloc LocalPoint[Room(one.Length + other.Length)], output = stackalloc LocalPoint[left.Length];
        one.CopyTo(left);
        var count = one.Length;
        for (var w = 0; w < other.Length && count > 0; w++)
        {
            count = Cut(left[..count], other[w], other[(w + 1) % other.Length] - other[w], output);
            var swap = left;
            left = output;
            output = swap;
        }

        count = WithoutRepeats(left[..count]);
        return count >= 3 && AreaM2(left[..count]) > NothingM2 ? left[..count].ToArray() : [];
    }

    /// <summary>Enough for a convex ring of so many corners to be cut: where a line touches an edge to the last digit, rounding may find more than two crossings.</summary>
    public static int Room(int corners) => (4 * corners) + 8;

    /// <summary>Keeps what lies left of a line; a convex ring gains one point at most, but for rounding.</summary>
    public static int Cut(ReadOnlySpan<LocalPoint> ring, LocalPoint on, LocalVector along, Span<LocalPoint> output)
    {
        if (ring.IsEmpty) return 0;
        var count = 0;
        var last = ring[^1];
        var lastSide = along.Cross(last - on);
        foreach (var next in ring)
        {
            var side = along.Cross(next - on);
            if (side >= 0 != lastSide >= 0) output[count++] = last + ((next - last) * (lastSide / (lastSide - side)));
            if (side >= 0) output[count++] = next;
            (last, lastSide) = (next, side);
        }

        return count;
    }

    /// <summary>Signed: counter-clockwise is positive. Computed from the first point, so that far-away coordinates lose nothing.</summary>
    public static double AreaM2(ReadOnlySpan<LocalPoint> ring)
    {
        var twice = 0.0;
        for (var i = 1; i + 1 < ring.Length; i++) twice += (ring[i] - ring[0]).Cross(ring[i + 1] - ring[0]);
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

    /// <summary>A cut through a corner leaves two points in one place, and an edge without length has no outer side.</summary>
    private static int WithoutRepeats(Span<LocalPoint> ring)
    {
        var count = 0;
        for (var i = 0; i < ring.Length; i++)
        {
            if (ring[i].DistanceM(ring[(i + 1) % ring.Length]) > ShortestM) ring[count++] = ring[i];
        }

        return count;
    }
}
