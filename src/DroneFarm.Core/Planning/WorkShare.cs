using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning.Fleets;
using DroneFarm.Core.Planning.Routing;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning;

/// <summary>The route of a job cut into sorties and shared among its aircraft; where a tender serves several, with as many stops as finishes first.</summary>
internal sealed record WorkShare(JobWork Work, List<Sortie> Sorties, IReadOnlyList<Finding> Findings, IReadOnlyList<FieldPlan> Plans)
{
    /// <summary>Numbers of stops of a tender that several aircraft share: many shorten the ways out and home, few save driving. One in the middle is always tried.</summary>
    private static readonly int[] StandParts = [1, 2, 3, 4, 6, 8];

    /// <summary>Of the mean sortie's litres, since breaks do not lie where a tank of just that size would run dry.</summary>
    private const double EvenTankShare = 1.02;

    private TimeSpan End => Sorties.Count == 0 ? TimeSpan.Zero : Sorties.Max(s => s.Finish);

    public static WorkShare Best(Farm farm, JobTerms terms, PlanOptions options, List<FieldDraft> drafts, CancellationToken cancel)
    {
        var fleet = options.Fleet ?? Fleet.One;
        var transits = new TransitFinder(farm, terms.Job, options.ZoneDetourM);
        var roads = fleet.Drones == 1 ? [] : farm.RefillPoints.Where(r => r.Road is not null).ToList();
        List<WorkShare> ways = roads.Count > 0 ? [.. StandParts.Select(n => Of(n, terms.Sprayer.TankL))] : [Of(null, terms.Sprayer.TankL)];
        if (roads.Count == 0 && ways[0].EvenTankL(fleet) is { } evenL && evenL < terms.Sprayer.TankL) ways.Add(Of(null, evenL));
        // A field that is refused ends a job sooner and is no gain.
        var best = ways.MinBy(w => (w.Plans.Count(p => p.IsRefused), w.End))!;
        return best with { Findings = [.. best.Findings, .. roads.Select(road => Shared(road, fleet, best.Sorties)).OfType<Finding>()] };

        WorkShare Of(int? parts, double tankL)
        {
            var work = new JobWork(farm, terms.Sprayer with { TankL = tankL }, fleet.HighestOf(terms.Job), transits, severalStops: fleet.Drones == 1, options.RefillClusterM, cancel);
            foreach (var (refill, fields) in RefillPoints.Share(farm, drafts, parts, options.RefillClusterM)) work.Add(refill, fields);
            IReadOnlyList<Finding> findings = RefillPoints.Remark(farm, work.Sorties) is { } assumed ? [assumed] : [];
            return new WorkShare(work, FleetStage.Of(work.Sorties, fleet, fleet.Vehicles, terms.Sprayer, terms.Job, cancel, work.Ways), findings, drafts.ConvertAll(work.PlanOf));
        }
    }

    /// <summary>Full tanks leave one aircraft a sortie more than another: as many for each, less full, may be finished earlier.</summary>
    private double? EvenTankL(Fleet fleet) => fleet.Drones > 1 && Sorties.Count >= fleet.Drones && Sorties.Count <= FleetStage.MostSortiesToTry
        ? Sorties.Sum(s => s.Litres) / (Math.Ceiling((double)Sorties.Count / fleet.Drones) * fleet.Drones) * EvenTankShare
        : null;

    /// <summary>Where the tender stands, in which order, and that all aircraft ride on with it.</summary>
    private static Finding? Shared(RefillPoint road, Fleet fleet, List<Sortie> sorties)
    {
        var stops = sorties.Where(s => s.From.Tender == road.Id).OrderBy(s => s.Start).Select(s => s.From).Distinct().ToList();
        return stops.Count == 0 ? null : Finding.Note("plan.refill.tender-shared", $"{fleet.Drones}", road.Name, string.Join(", ", stops.Select(s => $"{s.AlongM:F0} m")));
    }
}
