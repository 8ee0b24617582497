using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Lays one part of a concave area in a direction of its own, where that costs less than one direction for all. Parts are cut off along the
/// sides that meet in an inner corner; the strips over the rest run into what the first ones left dry along the cut.
/// </summary>
/// <remarks>Cuts along sides that meet in inner corners: after J. Huang, "Optimal line-sweep-based decompositions for coverage algorithms", 2001; chosen by cost, not by convexity.</remarks>
internal static class BlockSearch
{
    private const int MostCuts = 8, MostLaid = 2, MostDirections = 2, MostLevels = 2;

    /// <summary>An inner corner turns at least so far.</summary>
    private const double NotchRad = 0.35;

    /// <summary>A side of a notch is at least this long, in swath widths.</summary>
    private const double NotchWidths = 1;

    /// <summary>How far the strips of the rest may run into the first part, in swath widths.</summary>
    private const double SeamWidths = 1.5;

    /// <summary>What the layout must cost over flying straight on through all of the area before parts are tried, in turns.</summary>
    private const double WorthTryingTurns = 4;

    /// <returns>The cheapest found, which may be the one given.</returns>
    public static Layout Improve(LayoutDesk desk, List<Side> sides, Layout whole)
    {
        var prices = desk.Prices;
        var leastS = desk.AreaM2 / (prices.SwathWidthM * prices.Times.SpeedMps);
        if (whole.Score.Cost(prices) - leastS < WorthTryingTurns * prices.TurnS) return whole;
        var wholeLostS = Directions.Ranked(sides, 1, prices) is [var only] ? only.LostS : 0;
        var cuts = new List<(LocalPoint Corner, LocalVector Across, double LostS)>();
        foreach (var (corner, along) in Cuts(desk.Area, sides, NotchWidths * prices.SwathWidthM))
        {
            Rings left = desk.Area.Clipped(corner, along.Left), right = desk.Area.Clipped(corner, -along.Left);
            var lostS = prices.TurnS + LostS(left, prices) + LostS(right, prices);
            if (lostS < wholeLostS) cuts.Add((corner, along.Left, lostS));
        }

        var best = whole;
        foreach (var (corner, across, _) in cuts.OrderBy(c => c.LostS).Take(MostLaid))
        {
            if (TwoBlocks(desk, corner, across) is { } split && split.Score.Cost(prices) < best.Score.Cost(prices)) best = split;
            if (TwoBlocks(desk, corner, -across) is { } other && other.Score.Cost(prices) < best.Score.Cost(prices)) best = other;
        }

        return best;
    }

    private static double LostS(Rings part, in Prices prices) =>
        part.PointCount >= 4 && Directions.Ranked(Sides.Of(part), 1, prices) is [var only] ? only.LostS : double.PositiveInfinity;

    /// <summary>First what lies across the cut, then the rest and a little beyond, where the first strips left triangles dry.</summary>
    private static Layout? TwoBlocks(LayoutDesk desk, LocalPoint corner, LocalVector across)
    {
        var prices = desk.Prices;
        Rings first = desk.Area.Clipped(corner, across), rest = desk.Area.Clipped(corner, -across);
        var restAndSeam = desk.Area.Clipped(corner + (across * (SeamWidths * prices.SwathWidthM)), -across);
        var part = new LayoutDesk(first, first.AreaM2(), prices);
        if (part.AreaM2 < prices.SwathWidthM * prices.SwathWidthM || part.AreaM2 > 0.95 * desk.AreaM2) return null;
        var laid = default(Layout);
        foreach (var turnRad in Directions.Of(Sides.Of(first), MostDirections, prices))
        {
            if (StripFits.Best(part, Lanes.Straight(first, turnRad), MostLevels) is { } trial && (laid is null || trial.Score.Cost(prices) < laid.Score.Cost(prices))) laid = trial;
        }

        if (laid is null) return null;
        var strips = new List<StripSwath>();
        part.Lay(laid.Lanes, laid.WidthM, laid.FirstDepthM, laid.PitchM, laid.StripCount, EdgeBands.None, strips);
        var block = new Block(laid.Lanes, strips);
        var before = new EdgeBands([], [.. block.Passes.Select(p => new[] { p })], part.AreaM2 - laid.Score.MissedM2, laid.Score.DoubledM2, laid.Score.Seconds + prices.TurnS);
        var best = default(Layout);
        foreach (var turnRad in Directions.Of(Sides.Of(rest), MostDirections, prices))
        {
            var lanes = Lanes.Straight(restAndSeam, turnRad);
            foreach (var (low, high) in StripFits.Rooms(Lanes.Straight(rest, turnRad), prices.SwathWidthM, MostLevels))
            {
                var count = Math.Max(1, (int)Math.Ceiling(((high - low) / laid.WidthM) - 1e-9));
                var pitchM = count > 1 ? Math.Max(prices.NarrowestM / 2, (high - low - laid.WidthM) / (count - 1)) : laid.WidthM;
                var score = desk.Lay(lanes, laid.WidthM, low, pitchM, count, before);
                if (best is null || score.Cost(prices) < best.Score.Cost(prices))
                    best = new Layout(lanes, laid.WidthM, low, pitchM, count, before, score) { First = block };
            }
        }

        return best;
    }

    /// <summary>Lines along the sides that meet in inner corners, the longest sides first.</summary>
    private static IEnumerable<(LocalPoint Corner, LocalVector Along)> Cuts(Rings area, List<Side> sides, double shortestM)
    {
        var cuts = new List<(LocalPoint Corner, LocalVector Along, double LengthM)>();
        var endingAt = sides.ToDictionary(s => s.ToPoint);
        for (var i = 0; i < sides.Count; i++)
        {
            var side = sides[i];
            if (!endingAt.TryGetValue(side.FromPoint, out var before) && !endingAt.TryGetValue(area.LastOf(side.FromPoint), out before)) continue;
            if (Math.IEEERemainder(side.TurnRad - before.TurnRad, 2 * Math.PI) > -NotchRad) continue;
            var corner = new LocalPoint(area.X[side.FromPoint], area.Y[side.FromPoint]);
            if (side.LengthM > shortestM) cuts.Add((corner, Unit(side.TurnRad), side.LengthM));
            if (before.LengthM > shortestM) cuts.Add((corner, Unit(before.TurnRad), before.LengthM));
        }

        return cuts.OrderByDescending(c => c.LengthM).Take(MostCuts).Select(c => (c.Corner, c.Along));
    }

    private static LocalVector Unit(double turnRad) => new(Math.Cos(turnRad), Math.Sin(turnRad));
}
