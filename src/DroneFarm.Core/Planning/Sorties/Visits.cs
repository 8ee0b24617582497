using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>The stops at which the aircraft may land at each break, how soon each is reached at best, and from where.</summary>
internal sealed class Visits
{
    /// <summary>A tender that moves packs up and sets up again: a stop that gains less is not worth it.</summary>
    private const double MoveS = 15;

    /// <summary>Where no flight leads from one stop to another the aircraft is carried, m/s; loading and unloading, seconds.</summary>
    private const double CarryMps = 1.5, CarryS = 600;

    private readonly LegFlight flight;
    private readonly FerryWays ways;
    private readonly List<Piece> pieces;
    private readonly int[] first;
    private readonly Stop[] stops;
    private readonly double[] outS, homeS, reachedS;
    private readonly bool[] outKnown, homeKnown;
    private readonly int[] outCorners, homeCorners, from;

    public Visits(LegFlight flight, FerryWays ways, Stops choice, List<Piece> pieces, Stop? before)
    {
        (this.flight, this.ways, this.pieces) = (flight, ways, pieces);
        first = new int[pieces.Count + 2];
        var all = new List<Stop>(pieces.Count + 1);
        for (var b = 0; b <= pieces.Count; b++)
        {
            all.AddRange(choice.Between(b > 0 ? pieces[b - 1].To : null, b < pieces.Count ? pieces[b].From : null));
            first[b + 1] = all.Count;
        }

        stops = [.. all];
        (outS, homeS, reachedS) = (new double[stops.Length], new double[stops.Length], new double[stops.Length]);
        (outKnown, homeKnown) = (new bool[stops.Length], new bool[stops.Length]);
        (outCorners, homeCorners, from) = (new int[stops.Length], new int[stops.Length], new int[stops.Length]);
        for (var b = 0; b <= pieces.Count; b++)
        {
            for (var v = first[b]; v < first[b + 1]; v++)
            {
                if (b < pieces.Count) outS[v] = flight.LeastOutS(stops[v].Place.DistanceM(pieces[b].From));
                if (b > 0) homeS[v] = flight.LeastHomeS(pieces[b - 1].To.DistanceM(stops[v].Place));
                if (b == 0) (reachedS[v], from[v]) = (before is null ? 0 : CarriedS(before, stops[v]), -1);
            }
        }
    }

    public void Forget(int b) => Array.Fill(reachedS, double.PositiveInfinity, first[b], first[b + 1] - first[b]);

    public bool IsReached(int b)
    {
        for (var v = first[b]; v < first[b + 1]; v++)
        {
            if (double.IsFinite(reachedS[v])) return true;
        }

        return false;
    }

    /// <summary>Tries a sortie from break to break between all their stops.</summary>
    /// <param name="extraS">What follows it: filling, and the seam of a swath that is cut.</param>
    /// <param name="leftWs">For the ways out and home.</param>
    public void Reach(int start, int end, double seconds, double extraS, double leftWs, double fullW, double emptyW, int itemsLeft)
    {
        for (var s = first[start]; s < first[start + 1]; s++)
        {
            var homeWs = leftWs - (outS[s] * fullW);
            for (var e = first[end]; e < first[end + 1]; e++)
            {
                var flownS = outS[s] + seconds + homeS[e];
                var atS = reachedS[s] + flownS + extraS;
                if (atS >= reachedS[e] || homeS[e] * emptyW > homeWs || outCorners[s] + homeCorners[e] >= itemsLeft) continue;
                if (!ReferenceEquals(stops[s], stops[e])) atS += MovedS(stops[s], stops[e], flownS);
                if (atS < reachedS[e]) (reachedS[e], from[e]) = (atS, s);
            }
        }
    }

    /// <summary>Where the next piece can be reached from another stop alone, the aircraft is carried there.</summary>
    public void Carry(int b)
    {
        if (first[b + 1] - first[b] < 2) return;
        var least = first[b];
        for (var v = first[b]; v < first[b + 1]; v++)
        {
            if (reachedS[v] < reachedS[least]) least = v;
        }

        for (var v = first[b]; v < first[b + 1]; v++)
        {
            var carriedS = reachedS[least] + CarryS + CarriedS(stops[least], stops[v]);
            if (carriedS < reachedS[v]) (reachedS[v], from[v]) = (carriedS, least);
        }
    }

    /// <summary>The sorties of the best way to the last break.</summary>
    public List<Cut> Path()
    {
        var end = first[pieces.Count];
        for (var v = end; v < stops.Length; v++)
        {
            if (reachedS[v] < reachedS[end]) end = v;
        }

        var path = new List<Cut>();
        while (end >= first[1])
        {
            var start = from[end];
            if (BreakOf(start) < BreakOf(end)) path.Add(new Cut(BreakOf(start), BreakOf(end), stops[start], stops[end]));
            end = start;
        }

        path.Reverse();
        return path;
    }

    /// <summary>Asks for the ways that a path needs; where one is longer than the straight line, for those of the breaks beside it too.</summary>
    /// <param name="reach">How many breaks on either side.</param>
    /// <returns>The first break whose sorties must be looked at again; one after the last when all ways were known or straight.</returns>
    public int Learn(List<Cut> path, int reach)
    {
        var changed = pieces.Count + 1;
        foreach (var cut in path)
        {
            if (LearnOut(cut.First, cut.From)) changed = Math.Min(changed, Around(cut.First, reach));
            if (LearnHome(cut.End, cut.To)) changed = Math.Min(changed, Around(cut.End, reach));
        }

        return changed;
    }

    private int Around(int b, int reach)
    {
        var begin = Math.Max(0, b - reach);
        for (var near = begin; near <= Math.Min(pieces.Count, b + reach); near++)
        {
            LearnOut(near, null);
            LearnHome(near, null);
        }

        return Math.Max(1, begin);
    }

    private bool LearnOut(int b, Stop? only)
    {
        var longer = false;
        for (var v = first[b]; v < first[b + 1] && b < pieces.Count; v++)
        {
            if (outKnown[v] || (only is not null && stops[v] != only)) continue;
            outKnown[v] = true;
            var way = ways(stops[v].Place, pieces[b].From);
            if (way.Count == 2) continue;
            (outS[v], outCorners[v], longer) = (flight.OutSeconds(way), way.Count - 2, true);
        }

        return longer;
    }

    private bool LearnHome(int b, Stop? only)
    {
        var longer = false;
        for (var v = first[b]; v < first[b + 1] && b > 0; v++)
        {
            if (homeKnown[v] || (only is not null && stops[v] != only)) continue;
            homeKnown[v] = true;
            var way = ways(pieces[b - 1].To, stops[v].Place);
            if (way.Count == 2) continue;
            (homeS[v], homeCorners[v], longer) = (flight.HomeSeconds(way), way.Count - 2, true);
        }

        return longer;
    }

    private int BreakOf(int visit)
    {
        var b = Array.BinarySearch(first, visit);
        if (b < 0) return ~b - 1;
        while (first[b + 1] == first[b]) b++;
        return b;
    }

    /// <summary>The tender is at the next stop before the aircraft.</summary>
    private static double MovedS(Stop a, Stop b, double flownS) =>
        b.DriveMps <= 0 || a.AlongM == b.AlongM ? 0 : a.DriveS(b) > flownS ? double.PositiveInfinity : MoveS;

    private static double CarriedS(Stop a, Stop b) => b.DriveMps > 0 && a.DriveMps > 0 ? a.DriveS(b) : a.Place.DistanceM(b.Place) / CarryMps;
}
