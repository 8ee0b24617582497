using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>Shares the sorties of a job out among its aircraft for the earliest finish, and gives each its time.</summary>
internal static class FleetStage
{
    /// <summary>Ways to share that are tried; each is timed in full.</summary>
    private const int MostTrials = 60, MostSortiesToTry = 400;

    /// <summary>Of the sum of the litres, since breaks do not lie where a tank of just that size would run dry.</summary>
    private const double EvenTankShare = 1.02;

    /// <param name="cut">The sorties for a tank of so many litres.</param>
    /// <returns>The cut that is finished first, with its sorties shared out.</returns>
    public static (JobWork Work, List<Sortie> Sorties) Earliest(Func<double, JobWork> cut, Fleet fleet, Sprayer sprayer, Job job, CancellationToken cancel)
    {
        var full = cut(sprayer.TankL);
        var best = Of(full.Sorties, fleet, sprayer, job, cancel);
        var count = full.Sorties.Count;
        if (fleet.Drones == 1 || count < fleet.Drones || count > MostSortiesToTry) return (full, best);

        // Full tanks leave one aircraft a sortie more than another: as many for each, less full, may be finished earlier.
        var evenTankL = full.Sorties.Sum(s => s.Litres) / (Math.Ceiling((double)count / fleet.Drones) * fleet.Drones) * EvenTankShare;
        if (evenTankL >= sprayer.TankL) return (full, best);
        var even = cut(evenTankL);
        var shared = Of(even.Sorties, fleet, sprayer, job, cancel);
        return End(shared) < End(best) ? (even, shared) : (full, best);
    }

    public static List<Sortie> Of(List<Sortie> sorties, Fleet fleet, Sprayer sprayer, Job job, CancellationToken cancel)
    {
        if (sorties.Count == 0) return sorties;
        var timetable = new Timetable(fleet, sprayer, job);
        double[] seconds = [.. sorties.Select(s => s.Duration.TotalSeconds + sprayer.RefillS)];
        var sharesField = Enumerable.Range(0, sorties.Count).Select(i => i > 0 && LastField(sorties[i - 1]) == FirstField(sorties[i])).ToList();
        var starts = Runs.Of(seconds, sharesField, fleet.Drones);
        var share = new Share([.. starts], [.. starts.Select(_ => false)]);
        var best = timetable.Of(share.Runs(sorties), cancel);
        if (fleet.Drones == 1 || sorties.Count > MostSortiesToTry) return best;

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
