using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>Where a tender serves all, all work from where it stands: the sorties of each of its stops are shared out before those of the next.</summary>
internal static class StopByStop
{
    /// <summary>Share of the battery that is kept free, as where sorties are cut.</summary>
    private const double EnergySpare = 0.001;

    /// <summary>What the tender has in hand after a take-off and before a landing, and flights differ by between lanes, seconds.</summary>
    private const double SpareS = 60;

    /// <param name="sorties">In the order of the route, and so of the stops.</param>
    /// <param name="seconds">Of each, filling included.</param>
    /// <param name="sharesField">Whether a sortie works in the last field of the one before it.</param>
    /// <returns>For each aircraft its sorties in order.</returns>
    public static List<Sortie>[] Of(List<Sortie> sorties, double[] seconds, List<bool> sharesField, int drones)
    {
        var (own, ownS) = (Enumerable.Range(0, drones).Select(_ => new List<Sortie>()).ToArray(), new double[drones]);
        for (var first = 0; first < sorties.Count;)
        {
            var end = first + 1;
            while (end < sorties.Count && sorties[end].From.IsSameStand(sorties[first].From)) end++;
            var starts = Runs.Of(seconds[first..end], sharesField.GetRange(first, end - first), drones);
            var parts = starts.Select((from, i) => (From: first + from, End: i + 1 < starts.Count ? first + starts[i + 1] : end)).OrderByDescending(p => seconds[p.From..p.End].Sum());
            // The longest part to who has flown least.
            foreach (var (part, vehicle) in parts.Zip(Enumerable.Range(0, drones).OrderBy(v => ownS[v]).ToList()))
            {
                own[vehicle].AddRange(sorties.GetRange(part.From, part.End - part.From));
                ownS[vehicle] += seconds[part.From..part.End].Sum();
            }

            first = end;
        }

        return own;
    }

    /// <summary>The same, each aircraft's last sortie of a stop landing at its next one, where the battery allows: the tender drives meanwhile, and nobody is carried.</summary>
    public static List<Sortie>[] LandedAhead(List<Sortie>[] own, LegFlight flight, Sprayer sprayer, FerryWays ways) =>
        [.. own.Select(row => row.Select((s, i) => i + 1 < row.Count ? LandedAt(s, row[i + 1], flight, sprayer, ways) : s).ToList())];

    private static Sortie LandedAt(Sortie sortie, Sortie next, LegFlight flight, Sprayer sprayer, FerryWays ways)
    {
        if (sortie.To.Tender is null || sortie.To.Tender != next.From.Tender || sortie.To.IsSameStand(next.From)) return sortie;
        List<Leg> legs = [.. sortie.Legs.SkipLast(1), new TransitLeg(ways(sortie.Legs[^2].To, next.From.Place), TransitReason.ToRefill)];
        var ahead = flight.Sortie(sortie.Number, sortie.From, next.From, legs);
        var isThere = ahead.Duration.TotalSeconds >= TenderDuty.MoveS(sortie.From, next.From) + SpareS;
        return isThere && ahead.EnergyWh <= sprayer.UsableWh * (1 - EnergySpare) ? ahead : sortie;
    }
}
