using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Finds the layout that costs least: direction, number of strips, their width and place, and the edges that get a band of their own.</summary>
internal static class LayoutSearch
{
    private const int MostDirections = 4, MostEdges = 12, MostLevels = 4;

    /// <summary>Edge bands are tried where the best plain layout leaves at least this share of the area in error.</summary>
    private const double WorthEdgesShare = 0.006;

    /// <returns>Null when no strip of the area is wide enough for a swath.</returns>
    public static Layout? Best(LayoutDesk desk, double? directionRad, EdgePassChoice edgePass)
    {
        var sides = Sides.Of(desk.Area);
        var directions = directionRad is { } given ? [given] : Directions.Of(sides, MostDirections);
        // Most directions are told apart by their plainest layout; only the best two are worth the closer search.
        var plain = directions.Select(d => Plain(desk, new TurnedRings(desk.Area, d), 1)).OfType<Layout>()
            .OrderBy(l => l.Score.Cost(desk.Prices)).Take(2).Select(l => Plain(desk, l.Turned, MostLevels)!)
            .OrderBy(l => l.Score.Cost(desk.Prices)).ToList();
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
    private static Layout? Plain(LayoutDesk desk, TurnedRings turned, int levels)
    {
        Layout? best = null;
        var lows = Levels(turned, fromBelow: true, desk.Prices.SwathWidthM, levels);
        var highs = Levels(turned, fromBelow: false, desk.Prices.SwathWidthM, levels);
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
            var (side, layout) = (left[0], default(Layout));
            foreach (var candidate in left)
            {
                var trial = WithBands(desk, plain.Turned, [.. chosen, candidate]);
                if (trial is not null && (layout is null || trial.Score.Cost(desk.Prices) < layout.Score.Cost(desk.Prices))) (side, layout) = (candidate, trial);
            }

            if (layout is null || layout.Score.Cost(desk.Prices) >= greedy.Score.Cost(desk.Prices)) break;
            greedy = layout;
            chosen.Add(side);
            left.Remove(side);
        }

        return greedy.Score.Cost(desk.Prices) < best.Score.Cost(desk.Prices) ? greedy : best;
    }

    /// <summary>
    /// Bands along the sides, and strips over the rest. Bands that run with the strips take part in the fit: whole numbers of strips between
    /// their middles, so that a slanted band and its neighbour strip share gap and overlap.
    /// </summary>
    private static Layout? WithBands(LayoutDesk desk, TurnedRings turned, IReadOnlyList<Side> sides)
    {
        Layout? best = null;
        var fitted = double.NaN;
        var bands = EdgeBands.None;
        foreach (var low in Ends(desk, turned, sides, fromBelow: true))
        {
            foreach (var high in Ends(desk, turned, sides, fromBelow: false))
            {
                var roomM = high.V - low.V;
                var more = Math.Ceiling((roomM / desk.Prices.SwathWidthM) - low.Bands - high.Bands - 1e-9);
                if (more < 0) continue;
                var widthM = Math.Clamp(roomM / Math.Max(1, more + low.Bands + high.Bands), desk.Prices.NarrowestM, desk.Prices.SwathWidthM);
                Try(widthM, low.V + (low.Bands * widthM));
            }
        }

        return best;

        void Try(double widthM, double startV)
        {
            if (widthM != fitted) (fitted, bands) = (widthM, desk.Band(sides, widthM));
            if (bands.Passes.Count == 0) return;
            var below = Math.Ceiling((startV - turned.MinV) / widthM);
            var count = (int)(below + Math.Ceiling((turned.MaxV - startV) / widthM));
            var firstV = startV - (below * widthM);
            var score = desk.Lay(turned, widthM, firstV, widthM, count, bands);
            if (best is null || score.Cost(desk.Prices) < best.Score.Cost(desk.Prices))
                best = new Layout(turned, widthM, firstV, widthM, count, bands, score);
        }
    }

    /// <summary>Where strips may begin or end: behind the middle of a band on that side, or else at the area's own levels.</summary>
    private static IEnumerable<(double V, double Bands)> Ends(LayoutDesk desk, TurnedRings turned, IReadOnlyList<Side> sides, bool fromBelow)
    {
        var along = default(Side);
        foreach (var side in sides)
        {
            var cos = Math.Cos(side.TurnRad - turned.TurnRad);
            if ((fromBelow ? cos : -cos) > 0.7 && (along is null || side.LengthM > along.LengthM)) along = side;
        }

        if (along is null) return Levels(turned, fromBelow, desk.Prices.SwathWidthM, 2).Select(v => (v, 0.0));
        var (_, v) = turned.FromLocal(along.Middle(desk.Area));
        return [(v, 1 / Math.Abs(Math.Cos(along.TurnRad - turned.TurnRad)))];
    }

    /// <summary>Where the first strip may begin: at the area's end, or at a corner further in, for an end that is slanted or pointed.</summary>
    private static List<double> Levels(TurnedRings turned, bool fromBelow, double swathWidthM, int most)
    {
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
