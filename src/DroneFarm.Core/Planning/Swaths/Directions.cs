namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// The directions worth laying strips in: those of the boundary's sides and across them, the cheapest first by what can be told without laying any.
/// Each pair of strip ends costs a turn, and a strip that meets a side aslant leaves a triangle dry. For a convex area the best direction is
/// that of a side: any other cuts one more strip short (H. Choset, "Coverage for robotics", 2001, on the sweep direction of a cell).
/// </summary>
internal static class Directions
{
    private const double SameRad = 1.5 * Math.PI / 180;

    /// <summary>Shorter sides, as a share of the longest, set no direction.</summary>
    private const double ShortestShare = 0.12;

    private const int MostLookedAt = 24;

    public static List<double> Of(List<Side> sides, int most, in Prices prices) => Ranked(sides, most, prices).ConvertAll(d => d.TurnRad);

    /// <summary>The directions with the seconds that each is guessed to lose at the ends of strips.</summary>
    public static List<(double TurnRad, double LostS)> Ranked(List<Side> sides, int most, in Prices prices)
    {
        var distinct = Distinct(sides);
        var found = new List<(double TurnRad, double Cost)>(distinct.Count);
        foreach (var turnRad in distinct) found.Add((turnRad, Guess(sides, turnRad, prices)));
        found.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        return found.GetRange(0, Math.Min(most, found.Count));
    }

    private static List<double> Distinct(List<Side> sides)
    {
        var byLength = new List<Side>(sides);
        byLength.Sort((a, b) => b.LengthM.CompareTo(a.LengthM));
        var distinct = new List<double>();
        foreach (var side in byLength)
        {
            if (side.LengthM < ShortestShare * byLength[0].LengthM || distinct.Count >= MostLookedAt) break;
            Add(side.TurnRad);
        }

        foreach (var turnRad in distinct.ToArray()) Add(turnRad + (Math.PI / 2));
        return distinct;

        void Add(double turnRad)
        {
            var folded = Fold(turnRad);
            foreach (var known in distinct)
            {
                if (Math.Abs(Math.IEEERemainder(known - folded, Math.PI)) < SameRad) return;
            }

            distinct.Add(folded);
        }
    }

    /// <summary>Seconds lost at the ends of strips in a direction: half a turn at each, and the dry triangles at their price.</summary>
    private static double Guess(List<Side> sides, double turnRad, in Prices prices)
    {
        var (ends, dryM2) = (0.0, 0.0);
        foreach (var side in sides)
        {
            var (sin, cos) = Math.SinCos(side.TurnRad - turnRad);
            double alongM = Math.Abs(cos) * side.LengthM, acrossM = Math.Abs(sin) * side.LengthM;
            ends += acrossM / prices.SwathWidthM;
            dryM2 += alongM * Math.Min(acrossM, prices.SwathWidthM) / 2;
        }

        return (ends / 2 * prices.TurnS) + (dryM2 * prices.MissedSPerM2);
    }

    /// <summary>A line has no sense: into [0, pi).</summary>
    private static double Fold(double turnRad)
    {
        var folded = turnRad % Math.PI;
        return folded < 0 ? folded + Math.PI : folded;
    }
}
