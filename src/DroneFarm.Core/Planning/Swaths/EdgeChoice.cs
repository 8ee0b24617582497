using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Which sides of an area get a band of their own: those where it costs less than the triangles it saves.</summary>
internal static class EdgeChoice
{
    /// <summary>A band halves the error along its side; asked for a little more, so that a trial is made where it may just pay.</summary>
    private const double SavedShare = 0.7;

    private const int MostTrials = 10;

    /// <summary>Adds band after band, the most promising first, as long as each makes the layout cheaper. Bands that join each other are tried together first.</summary>
    public static Layout Improve(LayoutDesk desk, Layout plain, List<Side> sides)
    {
        var promising = Promising(desk, plain.Lanes, sides);
        var (best, chosen) = (plain, new List<Side>());
        foreach (var run in Runs(promising))
        {
            if (!run.TrueForAll(chosen.Contains)) Try([.. chosen.Union(run)]);
        }

        foreach (var side in promising)
        {
            if (!chosen.Contains(side)) Try([.. chosen, side]);
        }

        // A band may have become needless by those after it.
        foreach (var side in chosen.ToArray().Reverse())
        {
            if (chosen.Count > 1) Try([.. chosen.Where(s => s != side)]);
        }

        return best;

        void Try(List<Side> tried)
        {
            if (With(desk, plain.Lanes, tried) is not { } trial || trial.Score.Cost(desk.Prices) >= best.Score.Cost(desk.Prices)) return;
            (best, chosen) = (trial, tried);
        }
    }

    /// <summary>Promising sides that follow each other with no sharp corner between.</summary>
    private static List<List<Side>> Runs(List<Side> promising)
    {
        var runs = new List<List<Side>>();
        var last = default(Side);
        foreach (var side in promising.OrderBy(s => s.FromPoint))
        {
            if (last is null || !EdgeBander.Joins(last, side)) runs.Add([]);
            runs[^1].Add(side);
            last = side;
        }

        return runs.FindAll(r => r.Count > 1);
    }

    /// <summary>
    /// Bands along the sides, and strips over the rest. Bands that run with the strips take part in the fit: whole numbers of strips between
    /// their middles, so that a slanted band and its neighbour strip share gap and overlap.
    /// </summary>
    public static Layout? With(LayoutDesk desk, Lanes lanes, IReadOnlyList<Side> sides)
    {
        Layout? best = null;
        var fitted = double.NaN;
        var bands = EdgeBands.None;
        foreach (var low in Ends(desk, lanes, sides, fromBelow: true))
        {
            foreach (var high in Ends(desk, lanes, sides, fromBelow: false))
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
            if (widthM != fitted) (fitted, bands) = (widthM, desk.Band(sides, widthM, []));
            if (bands.Passes.Count == 0) return;
            var below = Math.Ceiling((startV - lanes.MinDepthM) / widthM);
            var count = (int)(below + Math.Ceiling((lanes.MaxDepthM - startV) / widthM));
            var firstV = startV - (below * widthM);
            var score = desk.Lay(lanes, widthM, firstV, widthM, count, bands);
            if (best is null || score.Cost(desk.Prices) < best.Score.Cost(desk.Prices))
                best = new Layout(lanes, widthM, firstV, widthM, count, bands, score);
        }
    }

    private static List<Side> Promising(LayoutDesk desk, Lanes lanes, List<Side> sides)
    {
        var prices = desk.Prices;
        var found = new List<(Side Side, double GainS)>();
        foreach (var side in sides)
        {
            if (side.LengthM < prices.ShortestM) continue;
            // A band that runs with the strips takes the place of one; any other is a turn more.
            var (dryM2, runsWithStrips) = Expected(desk, lanes, side);
            var gainS = (SavedShare * dryM2 * prices.MissedSPerM2) - (runsWithStrips ? 0 : prices.TurnS);
            if (gainS > 0.5) found.Add((side, gainS));
        }

        found.Sort((a, b) => b.GainS.CompareTo(a.GainS));
        return found.GetRange(0, Math.Min(MostTrials, found.Count)).ConvertAll(f => f.Side);
    }

    /// <summary>The triangles that strips leave dry along a side, as its slant tells, and whether it runs with them rather than across.</summary>
    public static (double DryM2, bool RunsWithStrips) Expected(LayoutDesk desk, Lanes lanes, Side side)
    {
        var (sin, cos) = Math.SinCos(side.TurnRad - TurnRad(desk, lanes, side));
        double alongM = Math.Abs(cos) * side.LengthM, acrossM = Math.Abs(sin) * side.LengthM;
        return (alongM * Math.Min(acrossM, desk.Prices.SwathWidthM) / 2, Math.Abs(sin) < 0.5);
    }

    /// <summary>Where strips may begin or end: behind the middle of a band on that side, or else at the area's own levels.</summary>
    private static IEnumerable<(double V, double Bands)> Ends(LayoutDesk desk, Lanes lanes, IReadOnlyList<Side> sides, bool fromBelow)
    {
        var along = default(Side);
        foreach (var side in sides)
        {
            var cos = Math.Cos(side.TurnRad - TurnRad(desk, lanes, side));
            if ((fromBelow ? cos : -cos) > 0.7 && (along is null || side.LengthM > along.LengthM)) along = side;
        }

        if (along is null) return StripFits.Levels(lanes, fromBelow, desk.Prices.SwathWidthM, 2).Select(v => (v, 0.0));
        return [(lanes.Find(along.Middle(desk.Area)).DepthM, 1 / Math.Abs(Math.Cos(along.TurnRad - TurnRad(desk, lanes, along))))];
    }

    /// <summary>The direction of the lanes beside a side.</summary>
    private static double TurnRad(LayoutDesk desk, Lanes lanes, Side side) =>
        lanes.Sector(lanes.SectorCount == 1 ? 0 : lanes.Find(side.Middle(desk.Area)).Sector).TurnRad;
}
