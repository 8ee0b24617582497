namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Bands along the edge, laid last over the triangles that strips leave dry there, each only where it costs less than it saves. What
/// <see cref="EdgeChoice"/> guesses before any strip lies, this knows.
/// </summary>
internal static class TouchUp
{
    /// <returns>The layout with its last bands, or with strips that end at the same bands if that is cheaper.</returns>
    public static Layout Improve(LayoutDesk desk, List<Side> sides, Layout layout)
    {
        var touched = Touched(desk, sides, layout);
        if (touched.Last.Sides.Count == 0 || layout.First is not null) return touched;
        if (EdgeChoice.With(desk, layout.Lanes, [.. layout.Edges.Sides.Union(touched.Last.Sides)]) is not { } bandsFirst) return touched;
        bandsFirst = Touched(desk, sides, bandsFirst);
        return bandsFirst.Score.Cost(desk.Prices) < touched.Score.Cost(desk.Prices) ? bandsFirst : touched;
    }

    private static Layout Touched(LayoutDesk desk, List<Side> sides, Layout layout)
    {
        var (score, prices) = (layout.Score, desk.Prices);
        // A band costs a turn at least.
        if (score.MissedM2 * prices.MissedSPerM2 < prices.TurnS) return layout;
        var strips = new List<StripSwath>();
        desk.Lay(layout.Lanes, layout.WidthM, layout.FirstDepthM, layout.PitchM, layout.StripCount, layout.Edges, strips);
        Pass[] wetted = [.. layout.Edges.Passes, .. strips.Select(s => Line.PassOf(s, layout.Lanes))];
        var last = desk.Band(sides.FindAll(s => MayPay(desk, layout, s)), layout.WidthM, wetted);
        score = new LayoutScore(Math.Max(0, score.MissedM2 - last.DryM2), score.DoubledM2 + last.WetM2, score.Seconds + last.Seconds);
        return layout with { Last = last, Score = score };
    }

    /// <summary>Whether the triangles at a side that lies across the strips are worth a turn; what strips leave along their own direction cannot be told from its slant.</summary>
    private static bool MayPay(LayoutDesk desk, Layout layout, Side side)
    {
        if (side.LengthM < desk.Prices.ShortestM) return false;
        var (dryM2, runsWithStrips) = EdgeChoice.Expected(desk, layout.Lanes, side);
        return runsWithStrips || dryM2 * desk.Prices.MissedSPerM2 > desk.Prices.TurnS;
    }
}
