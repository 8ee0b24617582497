using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Merges the edges of an area's rings into <see cref="Side"/>s: the aircraft does not follow the wobble of a digitised boundary.
/// </summary>
/// <remarks>Source: D. Douglas and T. Peucker, "Algorithms for the reduction of the number of points", 1973; with a stack, since rings may have thousands of points.</remarks>
internal static class Sides
{
    /// <summary>How far the boundary may leave a side, metres.</summary>
    private const double ToleranceM = 0.2;

    public static List<Side> Of(Rings rings)
    {
        var sides = new List<Side>();
        var kept = new bool[rings.PointCount];
        for (var ring = 0; ring < rings.Count; ring++)
        {
            int from = rings.Starts[ring], to = rings.Starts[ring + 1] - 1;
            Thin(rings, from, to, kept);
            var last = from;
            for (var i = from + 1; i <= to; i++)
            {
                if (!kept[i]) continue;
                double dx = rings.X[i] - rings.X[last], dy = rings.Y[i] - rings.Y[last];
                var lengthM = Math.Sqrt((dx * dx) + (dy * dy));
                if (lengthM > 0) sides.Add(new Side(last, i, lengthM, Math.Atan2(dy, dx)));
                last = i;
            }
        }

        return sides;
    }

    private static void Thin(Rings rings, int from, int to, bool[] kept)
    {
        // A ring ends where it starts: cut it first at the point farthest from there, which is surely a corner.
        var far = from;
        var farM2 = -1.0;
        for (var i = from; i <= to; i++)
        {
            var distanceM2 = Square(rings.X[i] - rings.X[from]) + Square(rings.Y[i] - rings.Y[from]);
            if (distanceM2 > farM2) (far, farM2) = (i, distanceM2);
        }

        kept[from] = kept[far] = kept[to] = true;
        var open = new Stack<(int From, int To)>();
        open.Push((from, far));
        open.Push((far, to));
        while (open.TryPop(out var piece))
        {
            var (worst, worstM) = (-1, ToleranceM);
            for (var i = piece.From + 1; i < piece.To; i++)
            {
                var offM = OffM(rings, i, piece.From, piece.To);
                if (offM > worstM) (worst, worstM) = (i, offM);
            }

            if (worst < 0) continue;
            kept[worst] = true;
            open.Push((piece.From, worst));
            open.Push((worst, piece.To));
        }
    }

    private static double OffM(Rings rings, int point, int from, int to)
    {
        double dx = rings.X[to] - rings.X[from], dy = rings.Y[to] - rings.Y[from];
        double px = rings.X[point] - rings.X[from], py = rings.Y[point] - rings.Y[from];
        var along = ((px * dx) + (py * dy)) / Math.Max(1e-12, (dx * dx) + (dy * dy));
        along = Math.Clamp(along, 0, 1);
        return Math.Sqrt(Square(px - (along * dx)) + Square(py - (along * dy)));
    }

    private static double Square(double value) => value * value;
}
