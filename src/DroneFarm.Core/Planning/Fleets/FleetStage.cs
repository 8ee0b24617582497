using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>Shares the sorties of a job out among its aircraft for the earliest finish, and gives each its time.</summary>
internal static class FleetStage
{
    /// <summary>Ways to share that are tried; each is timed in full.</summary>
    private const int MostTrials = 60, MostSortiesToTry = 400;

    /// <param name="ways">For flights that land where a shared tender drives meanwhile; null when each lands where it took off.</param>
    public static List<Sortie> Of(List<Sortie> sorties, Fleet fleet, Sprayer sprayer, Job job, CancellationToken cancel, FerryWays? ways = null)
    {
        if (sorties.Count == 0) return sorties;
        var timetable = new Timetable(fleet, sprayer, job);
        List<Sortie> Timed(List<int> starts) => timetable.Of([.. Parts(sorties, starts)], cancel);

        double[] seconds = [.. sorties.Select(s => s.Duration.TotalSeconds + sprayer.RefillS)];
        var shares = Enumerable.Range(0, sorties.Count).Select(i => i > 0 && LastField(sorties[i - 1]) == FirstField(sorties[i])).ToList();
        var starts = Runs.Of(seconds, shares, fleet.Drones);
        var best = Timed(starts);
        if (fleet.Drones > 1 && sorties.Exists(s => s.From.Tender is not null))
        {
            var tended = StopByStop.Of(sorties, seconds, shares, fleet.Drones);
            var waiting = timetable.Of(tended, cancel);
            var moving = ways is null ? waiting : timetable.Of(StopByStop.LandedAhead(tended, new LegFlight(sprayer, fleet.HighestOf(job)), sprayer, ways), cancel);
            if (new[] { waiting, moving }.MinBy(End)! is var first && End(first) < End(best)) return first;
        }

        if (fleet.Drones == 1 || sorties.Count > MostSortiesToTry) return best;

        // Waiting for each other is not in the sums: a border between two runs that lies elsewhere may be better.
        var trials = MostTrials;
        for (var better = true; better && trials > 0;)
        {
            better = false;
            for (var border = 1; border < starts.Count && trials > 0; border++)
            {
                foreach (var by in (int[])[-1, 1])
                {
                    var moved = new List<int>(starts);
                    moved[border] += by;
                    if (moved[border] <= moved[border - 1] || moved[border] >= (border + 1 < moved.Count ? moved[border + 1] : sorties.Count)) continue;
                    trials--;
                    if (Timed(moved) is var tried && End(tried) < End(best)) (best, starts, better) = (tried, moved, true);
                }
            }
        }

        return best;
    }

    private static TimeSpan End(List<Sortie> sorties) => sorties.Max(s => s.Finish);

    private static IEnumerable<IReadOnlyList<Sortie>> Parts(List<Sortie> sorties, List<int> starts) =>
        starts.Select((from, i) => sorties.GetRange(from, (i + 1 < starts.Count ? starts[i + 1] : sorties.Count) - from));

    private static string FirstField(Sortie sortie) => sortie.SprayLegs.First().Swath.FieldId;

    private static string LastField(Sortie sortie) => sortie.SprayLegs.Last().Swath.FieldId;
}
