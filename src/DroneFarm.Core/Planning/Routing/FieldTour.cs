using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>The order in which the stops of one field are flown, with the variant of each: nearest next, then improved by moving stops and turning runs round.</summary>
/// <remarks>Source: 2-opt, G. Croes, 1958; or-opt, I. Or, 1976; the best variants for an order by dynamic programming over the four of each stop.</remarks>
internal static class FieldTour
{
    private const int MostImproved = 120, MostStarts = 6;

    /// <summary>Ways through all stops, each with its variants: every sensible one for a single stop, else the best found and the same backwards.</summary>
    public static List<List<(TourStop Stop, int Variant)>> Of(IReadOnlyList<TourStop> stops)
    {
        if (stops.Count == 0) return [];
        if (stops.Count == 1)
        {
            var variants = stops[0].Lines.Count == 1 ? 2 : TourStop.Variants;
            return [.. Enumerable.Range(0, variants).Select(v => new List<(TourStop, int)> { (stops[0], stops[0].Lines.Count == 1 ? 2 * v : v) })];
        }

        var order = Order(stops);
        var chosen = Variants(order).Variants;
        List<(TourStop Stop, int Variant)> tour = [.. order.Zip(chosen)];
        List<(TourStop Stop, int Variant)> back = [.. tour.AsEnumerable().Reverse().Select(t => (t.Stop, t.Stop.Backwards(t.Variant)))];
        return [tour, back];
    }

    private static List<TourStop> Order(IReadOnlyList<TourStop> stops)
    {
        var starts = stops.Count <= MostStarts ? stops.Count : stops.Count <= MostImproved ? 2 : 1;
        List<TourStop>? best = null;
        var bestM = double.MaxValue;
        for (var start = 0; start < starts; start++)
        {
            var order = Nearest(stops, start * stops.Count / starts);
            if (stops.Count <= MostImproved) Improve(order);
            var lengthM = Variants(order).LengthM;
            if (lengthM < bestM) (best, bestM) = (order, lengthM);
        }

        return best!;
    }

    private static List<TourStop> Nearest(IReadOnlyList<TourStop> stops, int start)
    {
        var left = new List<TourStop>(stops);
        var order = new List<TourStop> { left[start] };
        left.RemoveAt(start);
        var at = order[0].Exit(0);
        while (left.Count > 0)
        {
            var (nearest, variant, nearestM) = (0, 0, double.MaxValue);
            for (var i = 0; i < left.Count; i++)
            {
                for (var v = 0; v < TourStop.Variants; v++)
                {
                    var distanceM = at.DistanceM(left[i].Entry(v));
                    if (distanceM < nearestM) (nearest, variant, nearestM) = (i, v, distanceM);
                }
            }

            at = left[nearest].Exit(variant);
            order.Add(left[nearest]);
            left.RemoveAt(nearest);
        }

        return order;
    }

    private static void Improve(List<TourStop> order)
    {
        var bestM = Variants(order).LengthM;
        var trials = 40_000 / order.Count;
        for (var better = true; better && trials > 0;)
        {
            better = false;
            for (var i = 0; i < order.Count && trials > 0; i++)
            {
                for (var j = 0; j < order.Count && trials > 0; j++)
                {
                    if (i == j) continue;
                    trials--;
                    better |= Try(() => Move(order, i, j), () => Move(order, j, i));
                    if (j > i + 1) better |= Try(() => order.Reverse(i, j - i + 1), () => order.Reverse(i, j - i + 1));
                }
            }
        }

        bool Try(Action change, Action undo)
        {
            change();
            var lengthM = Variants(order).LengthM;
            if (lengthM < bestM - 0.01)
            {
                bestM = lengthM;
                return true;
            }

            undo();
            return false;
        }
    }

    private static void Move(List<TourStop> order, int from, int to)
    {
        var stop = order[from];
        order.RemoveAt(from);
        order.Insert(to, stop);
    }

    /// <summary>For a given order, the variant of each stop that makes the way between them shortest.</summary>
    private static (int[] Variants, double LengthM) Variants(List<TourStop> order)
    {
        const int n = TourStop.Variants;
        var came = new byte[order.Count * n];
        Span<double> reached = stackalloc double[n], next = stackalloc double[n];
        reached.Clear();
        for (var i = 1; i < order.Count; i++)
        {
            for (var v = 0; v < n; v++)
            {
                var entry = order[i].Entry(v);
                next[v] = double.MaxValue;
                for (var w = 0; w < n; w++)
                {
                    var lengthM = reached[w] + order[i - 1].Exit(w).DistanceM(entry);
                    if (lengthM < next[v]) (next[v], came[(i * n) + v]) = (lengthM, (byte)w);
                }
            }

            next.CopyTo(reached);
        }

        var variants = new int[order.Count];
        var last = reached.IndexOf(Least(reached));
        for (var i = order.Count - 1; i >= 0; i--) (variants[i], last) = (last, came[(i * n) + last]);
        return (variants, Least(reached));
    }

    private static double Least(ReadOnlySpan<double> values)
    {
        var least = values[0];
        foreach (var value in values) least = Math.Min(least, value);
        return least;
    }
}
