using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Finds the layout that costs least: direction, number of strips, their width and place, and the edges that get a band of their own.</summary>
internal static class LayoutSearch
{
    private const int MostDirections = 4, MostEdges = 24;

    /// <summary>Edge bands are tried where the best plain layout leaves at least this share of the area in error.</summary>
    private const double WorthEdgesShare = 0.006;

    private static readonly double[] WidthShares = [1, 0.96, 0.92, 0.88, 0.84, 0.8];

    /// <returns>Null when no strip of the area is wide enough for a swath.</returns>
    public static Layout? Best(LayoutDesk desk, double? directionRad, EdgePassChoice edgePass)
    {
        var sides = Sides.Of(desk.Area);
        var directions = directionRad is { } given ? [given] : Directions.Of(sides, MostDirections);
        var plain = directions.Select(d => Plain(desk, new TurnedRings(desk.Area, d))).OfType<Layout>()
            .OrderBy(l => l.Score.Cost(desk.Prices)).Take(2).ToList();
        if (plain.Count == 0) return null;
        var best = plain[0];
        if (edgePass == EdgePassChoice.Never) return best;
        var wrongM2 = best.Score.MissedM2 + best.Score.DoubledM2;
        if (edgePass == EdgePassChoice.WhereItPays && wrongM2 < WorthEdgesShare * desk.AreaM2) return best;

        var longSides = sides.Where(s => s.LengthM >= 1.5 * desk.Prices.SwathWidthM).OrderByDescending(s => s.LengthM).Take(MostEdges).ToList();
        if (edgePass == EdgePassChoice.Always)
            return plain.Select(p => WithBands(desk, p.Turned, longSides)).OfType<Layout>().MinBy(l => l.Score.Cost(desk.Prices)) ?? best;
        return plain.Select(p => AddEdges(desk, p, longSides)).Append(best).MinBy(l => l.Score.Cost(desk.Prices));
    }

    /// <summary>Strips only: whole numbers of them fitted between places where the area's lower and upper sides begin to be full.</summary>
    private static Layout? Plain(LayoutDesk desk, TurnedRings turned)
    {
        Layout? best = null;
        var lows = Levels(turned, fromBelow: true, desk.Prices.SwathWidthM);
        var highs = Levels(turned, fromBelow: false, desk.Prices.SwathWidthM);
        foreach (var low in lows)
        {
            foreach (var high in highs)
            {
                foreach (var (widthM, pitchM, count, firstV) in Fits(low, high, desk.Prices)) Try(widthM, firstV, pitchM, count);
            }
        }

        return best;

        void Try(double widthM, double firstV, double pitchM, int count)
        {
            var score = desk.Lay(turned, widthM, firstV, pitchM, count, EdgeBands.None);
            if (score.MissedM2 >= desk.AreaM2) return;
            if (best is null || score.Cost(desk.Prices) < best.Score.Cost(desk.Prices))
                best = new Layout(turned, widthM, firstV, pitchM, count, EdgeBands.None, score);
        }
    }

    /// <summary>Numbers of strips, with width and place, that fill the room from low to high, or nearly.</summary>
    private static IEnumerable<(double WidthM, double PitchM, int Count, double FirstV)> Fits(double low, double high, Prices prices)
    {
        var roomM = high - low;
        double widest = prices.SwathWidthM, narrowest = prices.NarrowestM;
        if (roomM < narrowest) yield break;
        var more = (int)Math.Ceiling((roomM / widest) - 1e-9);
        var fittedM = roomM / more;
        if (fittedM >= narrowest) yield return (fittedM, fittedM, more, low);
        else yield return (narrowest, (roomM - narrowest) / Math.Max(1, more - 1), more, low);
        if (more == 1) yield break;
        var fewer = more - 1;
        var spareM = roomM - (fewer * widest);
        if (spareM < 0.02) yield break;
        yield return (widest, widest, fewer, low);
        yield return (widest, widest, fewer, low + spareM);
    }

    /// <summary>Adds the band that saves most, and the next, until none saves any more.</summary>
    private static Layout AddEdges(LayoutDesk desk, Layout plain, List<Side> sides)
    {
        var (best, chosen) = (plain, new List<Side>());
        if (WithBands(desk, plain.Turned, sides) is { } ring && ring.Score.Cost(desk.Prices) < best.Score.Cost(desk.Prices)) best = ring;
        var (greedy, left) = (plain, new List<Side>(sides));
        while (left.Count > 0 && chosen.Count < 6)
        {
            var step = left.Select(s => (Side: s, Layout: WithBands(desk, plain.Turned, [.. chosen, s])))
                .Where(t => t.Layout is not null).MinBy(t => t.Layout!.Score.Cost(desk.Prices));
            if (step.Layout is null || step.Layout.Score.Cost(desk.Prices) >= greedy.Score.Cost(desk.Prices)) break;
            greedy = step.Layout;
            chosen.Add(step.Side);
            left.Remove(step.Side);
        }

        return greedy.Score.Cost(desk.Prices) < best.Score.Cost(desk.Prices) ? greedy : best;
    }

    /// <summary>Bands along the sides, and strips over the rest from its lower or its upper side.</summary>
    private static Layout? WithBands(LayoutDesk desk, TurnedRings turned, IReadOnlyList<Side> sides)
    {
        Layout? best = null;
        foreach (var share in WidthShares)
        {
            if (share * desk.Prices.SwathWidthM < desk.Prices.NarrowestM - 1e-9) break;
            var widthM = share * desk.Prices.SwathWidthM;
            var bands = desk.Band(sides, widthM);
            if (bands.Passes.Count == 0) continue;
            var roomM = turned.MaxV - turned.MinV - (2.02 * StripScan.HairM);
            var count = (int)Math.Floor(roomM / widthM) + 1;
            var low = turned.MinV + (1.01 * StripScan.HairM);
            Try(low);
            Try(turned.MaxV - (1.01 * StripScan.HairM) - (count * widthM));
            Try(low + ((roomM - (count * widthM)) / 2));

            void Try(double firstV)
            {
                var score = desk.Lay(turned, widthM, firstV, widthM, count, bands);
                if (best is null || score.Cost(desk.Prices) < best.Score.Cost(desk.Prices))
                    best = new Layout(turned, widthM, firstV, widthM, count, bands, score);
            }
        }

        return best;
    }

    /// <summary>Where the first strip may begin: at the area's end, or at a corner further in, for an end that is slanted or pointed.</summary>
    private static List<double> Levels(TurnedRings turned, bool fromBelow, double swathWidthM)
    {
        const int most = 4;
        var end = fromBelow ? turned.MinV : turned.MaxV;
        var sign = fromBelow ? 1 : -1;
        var depths = new List<double>();
        foreach (var v in turned.V)
        {
            var depthM = (v - end) * sign;
            if (depthM <= swathWidthM) depths.Add(depthM);
        }

        depths.Sort();
        var kept = new List<double>();
        foreach (var depthM in depths)
        {
            if (kept.Count > 0 && depthM - kept[^1] < 0.02 * swathWidthM) kept[^1] = depthM;
            else kept.Add(depthM);
        }

        var step = Math.Max(1, (kept.Count + most - 1) / most);
        return [.. kept.Where((_, i) => i % step == 0).Select(d => end + (sign * (d + (1.01 * StripScan.HairM))))];
    }
}
