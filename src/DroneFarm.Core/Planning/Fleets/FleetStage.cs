using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>Shares the sorties of a job out among its aircraft for the earliest finish, and gives each its time.</summary>
internal static class FleetStage
{
    /// <summary>Ways to share that are tried; each is timed in full.</summary>
    private const int MostTrials = 60;

    /// <summary>With more, the first way to share is taken.</summary>
    public const int MostSortiesToTry = 400;

    /// <param name="vehicles">Numbers of those of the fleet's aircraft that fly.</param>
    /// <param name="ways">For flights that land where a shared tender drives meanwhile; null when each lands where it took off.</param>
    public static List<Sortie> Of(List<Sortie> sorties, Fleet fleet, IReadOnlyList<int> vehicles, Sprayer sprayer, Job job, CancellationToken cancel, FerryWays? ways = null)
    {
        if (sorties.Count == 0) return sorties;
        var timetable = new Timetable(fleet, vehicles, sprayer, job);
        double[] seconds = [.. sorties.Select(s => s.Duration.TotalSeconds + sprayer.RefillS)];
        var sharesField = Enumerable.Range(0, sorties.Count).Select(i => i > 0 && LastField(sorties[i - 1]) == FirstField(sorties[i])).ToList();
        var starts = Runs.Of(seconds, sharesField, vehicles.Count);
        var share = new Share([.. starts], [.. starts.Select(_ => false)]);
        var best = timetable.Of(share.Runs(sorties), cancel);
        if (vehicles.Count > 1 && sorties.Exists(s => s.From.Tender is not null))
        {
            var tended = StopByStop.Of(sorties, seconds, sharesField, vehicles.Count);
            var waiting = timetable.Of(tended, cancel);
            var moving = ways is null ? waiting : timetable.Of(StopByStop.LandedAhead(tended, new LegFlight(sprayer, fleet.HighestOf(job)), sprayer, ways), cancel);
            if (new[] { waiting, moving }.MinBy(End)! is var first && End(first) < End(best)) return first;
        }

        if (vehicles.Count == 1 || sorties.Count > MostSortiesToTry) return best;

        // Waiting for each other is not in the sums: another border between two runs, or a run flown from its other end, may be better.
        var trials = MostTrials;
        for (var better = true; better && trials > 0;)
        {
            better = false;
            for (var change = 0; change < share.Changes && trials > 0; change++)
            {
                if (share.Changed(change, sorties.Count) is not { } changed) continue;
                trials--;
                if (timetable.Of(changed.Runs(sorties), cancel) is var tried && End(tried) < End(best)) (best, share, better) = (tried, changed, true);
            }
        }

        return best;
    }

    private static TimeSpan End(List<Sortie> sorties) => sorties.Max(s => s.Finish);

    private static string FirstField(Sortie sortie) => sortie.SprayLegs.First().Swath.FieldId;

    private static string LastField(Sortie sortie) => sortie.SprayLegs.Last().Swath.FieldId;
}
