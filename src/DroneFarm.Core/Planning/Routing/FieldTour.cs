using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>
/// The order in which the stops of one field are flown, with the variant of each: exact over all orders and variants for few stops, else nearest next and
/// improved by <see cref="OrderSearch"/>.
/// </summary>
/// <remarks>Source of the exact one: M. Held and R. Karp, "A dynamic programming approach to sequencing problems", 1962.</remarks>
internal static class FieldTour
{
    private const int MostExact = 7, MostRounds = 3, Neighbours = 10, TrialsPerStop = 1000;

    /// <summary>Ways through all stops, each with its variants: every sensible one for a single stop, else the best found and the same backwards.</summary>
    /// <param name="minTurnRadiusM">Of the aircraft: the lines of a stop are taken in an order that leaves room for it.</param>
    public static List<List<(TourStop Stop, int Variant)>> Of(IReadOnlyList<TourStop> stops, double minTurnRadiusM = 0)
    {
        if (minTurnRadiusM > 0) stops = [.. stops.Select(s => s with { Lines = SkippedRows.Of(s.Lines, minTurnRadiusM) })];
        if (stops.Count == 0) return [];
        if (stops.Count == 1) return [.. VariantsOf(stops[0]).Select(v => new List<(TourStop, int)> { (stops[0], v) })];
        var tour = stops.Count <= MostExact ? Exact(stops) : Searched(stops);
        List<(TourStop Stop, int Variant)> back = [.. tour.AsEnumerable().Reverse().Select(t => (t.Stop, t.Stop.Backwards(t.Variant)))];
        return [tour, back];
    }

    /// <summary>A single line has no first and last to choose between.</summary>
    private static int[] VariantsOf(TourStop stop) => stop.Lines.Count == 1 ? [0, 2] : [0, 1, 2, 3];

    private static List<(TourStop Stop, int Variant)> Exact(IReadOnlyList<TourStop> stops)
    {
        var ways = new List<(int Stop, int Variant)>(stops.Count * TourStop.Variants);
        for (var s = 0; s < stops.Count; s++)
        {
            foreach (var variant in VariantsOf(stops[s])) ways.Add((s, variant));
        }

        var n = ways.Count;
        var gapM = new double[n * n];
        for (var a = 0; a < n; a++)
        {
            var exit = stops[ways[a].Stop].Exit(ways[a].Variant);
            for (var b = 0; b < n; b++) gapM[(a * n) + b] = exit.DistanceM(stops[ways[b].Stop].Entry(ways[b].Variant));
        }

        // Of all ways through a set of stops that end in one variant of one of them, only the shortest matters.
        var all = (1 << stops.Count) - 1;
        var reachedM = new double[(all + 1) * n];
        var came = new sbyte[reachedM.Length];
        Array.Fill(reachedM, double.PositiveInfinity);
        for (var w = 0; w < n; w++) (reachedM[((1 << ways[w].Stop) * n) + w], came[((1 << ways[w].Stop) * n) + w]) = (0, -1);
        for (var done = 1; done < all; done++)
        {
            for (var a = 0; a < n; a++)
            {
                var soFarM = reachedM[(done * n) + a];
                if (double.IsPositiveInfinity(soFarM)) continue;
                for (var b = 0; b < n; b++)
                {
                    var bit = 1 << ways[b].Stop;
                    if ((done & bit) != 0) continue;
                    var to = ((done | bit) * n) + b;
                    var lengthM = soFarM + gapM[(a * n) + b];
                    if (lengthM < reachedM[to]) (reachedM[to], came[to]) = (lengthM, (sbyte)a);
                }
            }
        }

        var tour = new List<(TourStop, int)>(stops.Count);
        var last = 0;
        for (var w = 1; w < n; w++)
        {
            if (reachedM[(all * n) + w] < reachedM[(all * n) + last]) last = w;
        }

        for (var left = all; left != 0;)
        {
            tour.Add((stops[ways[last].Stop], ways[last].Variant));
            var before = came[(left * n) + last];
            left &= ~(1 << ways[last].Stop);
            last = before;
        }

        tour.Reverse();
        return tour;
    }

    private static List<(TourStop Stop, int Variant)> Searched(IReadOnlyList<TourStop> stops)
    {
        LocalPoint[] middles = [.. stops.Select(s => s.Entry(0) + ((s.Exit(0) - s.Entry(0)) / 2))];
        var grid = new PointGrid(middles);
        int[][] near = [.. middles.Select((m, i) => grid.Nearest(m, Neighbours, except: i).ToArray())];
        var (order, best) = Improved(stops, Nearest(stops, middles), near);
        // A search may end in a poor place; then it begins again where it is sure to end no worse than by always taking the nearest end.
        var nearestEnds = NearestEnds(stops);
        if (VariantsFor(stops, nearestEnds).LengthM < best.LengthM) (order, best) = Improved(stops, nearestEnds, near);
        return [.. order.Select((s, k) => (stops[s], best.Variants[k]))];
    }

    private static (int[] Order, (int[] Variants, double LengthM) Best) Improved(IReadOnlyList<TourStop> stops, int[] order, int[][] near)
    {
        var best = VariantsFor(stops, order);
        for (var round = 0; round < MostRounds; round++)
        {
            var variants = new int[stops.Count];
            for (var k = 0; k < order.Length; k++) variants[order[k]] = best.Variants[k];
            LocalPoint[] heads = [.. stops.Select((s, i) => s.Entry(variants[i]))], tails = [.. stops.Select((s, i) => s.Exit(variants[i]))];
            var tried = (int[])order.Clone();
            new OrderSearch(tried, new bool[tried.Length], heads, tails, null, null, near, TrialsPerStop * tried.Length).Run(CancellationToken.None);
            var found = VariantsFor(stops, tried);
            if (found.LengthM > best.LengthM - 0.01) break;
            (best, order) = (found, tried);
        }

        return (order, best);
    }

    private static int[] NearestEnds(IReadOnlyList<TourStop> stops)
    {
        var left = Enumerable.Range(1, stops.Count - 1).ToList();
        var order = new List<int> { 0 };
        for (var at = stops[0].Exit(0); left.Count > 0;)
        {
            var (stop, variant) = left.SelectMany(s => Enumerable.Range(0, TourStop.Variants).Select(v => (s, v))).MinBy(t => at.DistanceM(stops[t.s].Entry(t.v)));
            order.Add(stop);
            left.Remove(stop);
            at = stops[stop].Exit(variant);
        }

        return [.. order];
    }

    private static int[] Nearest(IReadOnlyList<TourStop> stops, LocalPoint[] middles)
    {
        var left = new PointGrid(middles);
        var order = new int[stops.Count];
        var at = stops[0].Entry(0);
        for (var k = 0; k < order.Length; k++)
        {
            order[k] = left.Nearest(at, 1)[0];
            left.Remove(order[k]);
            at = middles[order[k]];
        }

        return order;
    }

    /// <summary>For a given order, the variant of each stop that makes the way between them shortest.</summary>
    private static (int[] Variants, double LengthM) VariantsFor(IReadOnlyList<TourStop> stops, int[] order)
    {
        const int n = TourStop.Variants;
        var came = new byte[order.Length * n];
        Span<double> reached = stackalloc double[n], next = stackalloc double[n];
        reached.Clear();
        for (var i = 1; i < order.Length; i++)
        {
            for (var v = 0; v < n; v++)
            {
                var entry = stops[order[i]].Entry(v);
                next[v] = double.MaxValue;
                for (var w = 0; w < n; w++)
                {
                    var lengthM = reached[w] + stops[order[i - 1]].Exit(w).DistanceM(entry);
                    if (lengthM < next[v]) (next[v], came[(i * n) + v]) = (lengthM, (byte)w);
                }
            }

            next.CopyTo(reached);
        }

        var last = 0;
        for (var v = 1; v < n; v++) last = reached[v] < reached[last] ? v : last;
        var (variants, leastM) = (new int[order.Length], reached[last]);
        for (var i = order.Length - 1; i >= 0; i--) (variants[i], last) = (last, came[(i * n) + last]);
        return (variants, leastM);
    }
}
