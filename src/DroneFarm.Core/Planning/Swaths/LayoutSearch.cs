using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Finds the layout that costs least: direction, number of strips, their width and place, and the edges that get a band of their own.</summary>
internal static class LayoutSearch
{
    private const int MostDirections = 6, MostSpines = 3, MostWithEdges = 4, MostLevels = 4, MostEdges = 12;

    /// <summary>Points of the outline times strips: from here on the search is one direction and one fit.</summary>
    private const double VastMeetings = 5_000_000;

    /// <summary>Sides this many swath widths long get a band when every edge must have one.</summary>
    private const double LongEnough = 1.5;

    /// <returns>Null when no strip of the area is wide enough for a swath.</returns>
    public static Layout? Best(LayoutDesk desk, double? directionRad, EdgePassChoice edgePass)
    {
        var sides = Sides.Of(desk.Area);
        if (IsVast(desk)) return Plainest(desk, sides, directionRad);
        var directions = directionRad is { } given ? [given] : Directions.Of(sides, MostDirections, desk.Prices);
        var plain = new List<Layout>(directions.Count);
        foreach (var direction in directions)
        {
            if (StripFits.Best(desk, Lanes.Straight(desk.Area, direction), MostLevels) is { } layout) plain.Add(layout);
        }

        if (directionRad is null)
        {
            foreach (var spine in Spines.Of(sides, desk.Prices.SwathWidthM, MostSpines))
            {
                if (Lanes.Along(desk.Area, spine, desk.Prices.SwathWidthM) is { } lanes && StripFits.Best(desk, lanes, MostLevels) is { } layout) plain.Add(layout);
            }
        }

        if (plain.Count == 0) return null;
        plain.Sort((a, b) => a.Score.Cost(desk.Prices).CompareTo(b.Score.Cost(desk.Prices)));
        if (edgePass == EdgePassChoice.Never) return plain[0];
        plain.RemoveRange(Math.Min(MostWithEdges, plain.Count), Math.Max(0, plain.Count - MostWithEdges));
        if (edgePass == EdgePassChoice.Always) return WithEveryEdge(desk, plain, sides);
        var best = plain[0];
        foreach (var layout in plain)
        {
            // Bands save errors, hardly time.
            if (layout.Score.Seconds > best.Score.Cost(desk.Prices)) continue;
            var improved = EdgeChoice.Improve(desk, layout, sides);
            if (improved.Score.Cost(desk.Prices) < best.Score.Cost(desk.Prices)) best = improved;
        }

        return TouchUp.Improve(desk, sides, directionRad is null ? BlockSearch.Improve(desk, sides, best) : best);
    }

    /// <summary>A district in one outline: each trial costs tens of milliseconds, and what bands could save is nothing beside its area.</summary>
    private static bool IsVast(LayoutDesk desk) => desk.Area.PointCount * Math.Sqrt(desk.AreaM2) / desk.Prices.SwathWidthM > VastMeetings;

    private static Layout? Plainest(LayoutDesk desk, List<Side> sides, double? directionRad)
    {
        var direction = directionRad ?? (Directions.Of(sides, 1, desk.Prices) is [var first] ? first : 0);
        return StripFits.Best(desk, Lanes.Straight(desk.Area, direction), 1);
    }

    private static Layout WithEveryEdge(LayoutDesk desk, List<Layout> plain, List<Side> sides)
    {
        var longSides = sides.Where(s => s.LengthM >= LongEnough * desk.Prices.SwathWidthM).OrderByDescending(s => s.LengthM).Take(MostEdges).ToList();
        var ringed = plain.Select(p => EdgeChoice.With(desk, p.Lanes, longSides)).OfType<Layout>().ToList();
        return ringed.Count > 0 ? Cheapest(ringed, desk.Prices) : plain[0];
    }

    private static Layout Cheapest(List<Layout> layouts, in Prices prices)
    {
        var best = layouts[0];
        foreach (var layout in layouts)
        {
            if (layout.Score.Cost(prices) < best.Score.Cost(prices)) best = layout;
        }

        return best;
    }
}
