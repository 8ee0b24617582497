using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Strips only, along given lanes: whole numbers of them fitted between places where the area's lower and upper sides begin to be full.</summary>
internal static class StripFits
{
    /// <summary>Levels nearer than this share of the width to each other are one.</summary>
    private const double SameLevelShare = 0.02;

    /// <summary>Shares of an end that may lie behind the first strip.</summary>
    private static readonly double[] Shares = [0.4, 0.7, 0.88, 0.97, 1.0];

    /// <returns>The fit that costs least; null when no strip is wide enough for a swath.</returns>
    public static Layout? Best(LayoutDesk desk, Lanes lanes, int levels)
    {
        Layout? best = null;
        var lows = Levels(lanes, fromBelow: true, desk.Prices.SwathWidthM, levels);
        var highs = Levels(lanes, fromBelow: false, desk.Prices.SwathWidthM, levels);
        // Each end is chosen with the other as it stands, then the first once more: the ends of a field hardly depend on each other.
        var (low, high) = (0, 0);
        for (var i = 0; i < lows.Count; i++) low = Try(i, high) ? i : low;
        for (var i = 1; i < highs.Count; i++) high = Try(low, i) ? i : high;
        for (var i = 0; i < lows.Count && high > 0; i++) low = i != low && Try(i, high) ? i : low;
        return best is null ? null : Loosened(desk, best);

        bool Try(int lowAt, int highAt)
        {
            var better = false;
            foreach (var fit in Fits(lows[lowAt], highs[highAt], desk.Prices))
            {
                var score = desk.Lay(lanes, fit.WidthM, fit.FirstDepthM, fit.PitchM, fit.Count, EdgeBands.None);
                if (score.MissedM2 >= desk.AreaM2 || (best is not null && score.Cost(desk.Prices) >= best.Score.Cost(desk.Prices))) continue;
                best = new Layout(lanes, fit.WidthM, fit.FirstDepthM, fit.PitchM, fit.Count, EdgeBands.None, score);
                better = true;
            }

            return better;
        }
    }

    /// <summary>
    /// The same fit with a hair between the strips, where that is cheaper: a hole or notch in whole swath widths, as on drawn paddies, would otherwise
    /// be touched by strips that miss it by less than that.
    /// </summary>
    private static Layout Loosened(LayoutDesk desk, Layout fit)
    {
        var (widthM, firstM) = (fit.WidthM - (4 * StripScan.HairM), fit.FirstDepthM + (2 * StripScan.HairM));
        if (widthM < desk.Prices.NarrowestM) return fit;
        var score = desk.Lay(fit.Lanes, widthM, firstM, fit.PitchM, fit.StripCount, EdgeBands.None);
        return score.Cost(desk.Prices) < fit.Score.Cost(desk.Prices) ? fit with { WidthM = widthM, FirstDepthM = firstM, Score = score } : fit;
    }

    /// <summary>The rooms between a lower and an upper level that strips may fill.</summary>
    public static IEnumerable<(double Low, double High)> Rooms(Lanes lanes, double swathWidthM, int levels)
    {
        var highs = Levels(lanes, fromBelow: false, swathWidthM, levels);
        return from low in Levels(lanes, fromBelow: true, swathWidthM, levels) from high in highs where high > low select (low, high);
    }

    /// <summary>
    /// Where the first strip may begin: at the area's end, at corners further in, and where growing shares of a bowed or ragged end lie behind it.
    /// </summary>
    public static List<double> Levels(Lanes lanes, bool fromBelow, double swathWidthM, int most)
    {
        var end = fromBelow ? lanes.MinDepthM : lanes.MaxDepthM;
        var sign = fromBelow ? 1 : -1;
        var depths = CornerDepths(lanes, end, sign, swathWidthM, most);
        if (most > 2 && lanes.SectorCount == 1) AddShares(EdgeDepths(lanes.Sector(0), end, sign, swathWidthM), depths, SameLevelShare * swathWidthM);
        return depths.ConvertAll(d => end + (sign * (d + (1.01 * StripScan.HairM))));
    }

    private static List<double> CornerDepths(Lanes lanes, double end, int sign, double swathWidthM, int most)
    {
        var depths = new List<double>();
        foreach (var at in lanes.Depth)
        {
            var depthM = (at - end) * sign;
            if (depthM <= swathWidthM) depths.Add(depthM);
        }

        depths.Sort();
        var kept = new List<double>();
        foreach (var depthM in depths)
        {
            if (kept.Count > 0 && depthM - kept[^1] < SameLevelShare * swathWidthM) kept[^1] = depthM;
            else kept.Add(depthM);
        }

        var step = Math.Max(1, (kept.Count + most - 1) / most);
        return step == 1 ? kept : [.. kept.Where((_, i) => i % step == 0)];
    }

    private static void AddShares(List<(double DepthM, double AlongM)> edges, List<double> depths, double sameM)
    {
        if (edges.Count == 0) return;
        edges.Sort(static (a, b) => a.DepthM.CompareTo(b.DepthM));
        var wholeM = 0.0;
        foreach (var (_, alongM) in edges) wholeM += alongM;
        var (at, reachedM) = (0, 0.0);
        foreach (var share in Shares)
        {
            while (at < edges.Count - 1 && reachedM + edges[at].AlongM < (share * wholeM) - 1e-9) reachedM += edges[at++].AlongM;
            var depthM = edges[at].DepthM;
            if (!depths.Exists(d => Math.Abs(d - depthM) < sameM)) depths.Add(depthM);
        }
    }

    /// <summary>The edges that face one end of the area and lie no deeper than a swath: how far in they reach, and how much of the end they are.</summary>
    private static List<(double DepthM, double AlongM)> EdgeDepths(TurnedRings turned, double end, int sign, double swathWidthM)
    {
        var depths = new List<(double DepthM, double AlongM)>();
        double[] u = turned.U, v = turned.V;
        var starts = turned.Rings.Starts;
        for (var ring = 0; ring + 1 < starts.Length; ring++)
        {
            for (var i = starts[ring]; i + 1 < starts[ring + 1]; i++)
            {
                // The area is on the left of each edge: below it edges run with u, above it against.
                var alongM = (u[i + 1] - u[i]) * sign;
                var depthM = Math.Max((v[i] - end) * sign, (v[i + 1] - end) * sign);
                if (alongM > 0 && depthM <= swathWidthM) depths.Add((depthM, alongM));
            }
        }

        return depths;
    }

    /// <summary>Numbers of strips, with width and place, that fill the room from low to high, or nearly.</summary>
    private static List<(double WidthM, double PitchM, int Count, double FirstDepthM)> Fits(double low, double high, in Prices prices)
    {
        var fits = new List<(double, double, int, double)>(3);
        var roomM = high - low;
        double widest = prices.SwathWidthM, narrowest = prices.NarrowestM;
        if (roomM < narrowest) return fits;
        var more = (int)Math.Ceiling((roomM / widest) - 1e-9);
        var fittedM = roomM / more;
        if (fittedM >= narrowest) fits.Add((fittedM, fittedM, more, low));
        else fits.Add((narrowest, (roomM - narrowest) / Math.Max(1, more - 1), more, low));
        var fewer = more - 1;
        var spareM = roomM - (fewer * widest);
        if (fewer == 0 || spareM < 0.02 || spareM > widest / 2) return fits;
        fits.Add((widest, widest, fewer, low));
        fits.Add((widest, widest, fewer, low + spareM));
        return fits;
    }
}
