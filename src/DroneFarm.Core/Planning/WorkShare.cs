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

    public static WorkShare Best(Farm farm, JobTerms terms, PlanOptions options, List<FieldDraft> drafts, CancellationToken cancel)
    {
        var fleet = options.Fleet ?? Fleet.One;
        var transits = new TransitFinder(farm, terms.Job, options.ZoneDetourM);
        var roads = fleet.Drones == 1 ? [] : farm.RefillPoints.Where(r => r.Road is not null).ToList();
        if (roads.Count == 0) return Of(null);
        var best = StandParts.Select(n => Of(n)).MinBy(w => (w.Plans.Count(p => p.IsRefused), w.Sorties.Count == 0 ? TimeSpan.Zero : w.Sorties.Max(s => s.Finish)))!;
        return best with { Findings = [.. best.Findings, .. roads.Select(road => Shared(road, fleet, best.Sorties)).OfType<Finding>()] };

        WorkShare Of(int? parts)
        {
            var findings = new List<Finding>();
            var work = new JobWork(farm, terms.Sprayer, fleet.HighestOf(terms.Job), transits, fleet.Drones == 1 ? farm.RefillPoints : [], cancel);
            foreach (var (refill, fields) in RefillPoints.Share(farm, drafts, parts, options.RefillClusterM, findings)) work.Add(refill, fields);
            return new WorkShare(work, FleetStage.Of(work.Sorties, fleet, terms.Sprayer, terms.Job, cancel, work.Ways), findings, drafts.ConvertAll(work.PlanOf));
        }
    }

    /// <summary>Where the tender stands, in which order, and that all aircraft ride on with it.</summary>
    private static Finding? Shared(RefillPoint road, Fleet fleet, List<Sortie> sorties)
    {
        var stops = sorties.Where(s => s.From.Tender == road.Id).OrderBy(s => s.Start).Select(s => s.From).Distinct().ToList();
        return stops.Count == 0 ? null : Finding.Note("plan.refill.tender-shared", $"{fleet.Drones}", road.Name, string.Join(", ", stops.Select(s => $"{s.AlongM:F0} m")));
    }
}
