using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Planning.Missions;
using DroneFarm.Core.Planning.Routing;
using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning;

/// <summary>From a farm, an aircraft and a job to missions: the whole river. The same input gives the same plan.</summary>
public static class Planner
{
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Plan Plan(
        Farm farm, Sprayer sprayer, Job job, PlanOptions options, IProgress<PlanProgress>? progress = null, CancellationToken cancel = default)
    {
        var terms = JobTerms.Of(sprayer, job, options);
        var findings = new List<Finding>(terms.Findings);
        if (findings.Exists(f => f.Severity == Severity.Error)) return Nothing(farm, sprayer, job, findings);

        var drafts = FieldDrafts.Of(farm, terms, options, progress, cancel);
        var transits = new TransitFinder(farm, terms.Job, options.ZoneDetourM);
        var work = new JobWork(farm, sprayer, terms.Job, transits, farm.RefillPoints, cancel);
        foreach (var (refill, fields) in RefillPoints.Share(farm, drafts, options.RefillClusterM, findings)) work.Add(refill, fields);
        var fence = new FenceWriter(farm, terms.Job, options.FenceMarginM);
        var missions = work.Sorties.ConvertAll(s => new Mission(
            s.Number, MissionWriter.Items(s, farm.Frame, terms.Job), fence.Items(s, findings), [RallyPoint.Of(s, farm.Frame, terms.Job)]));
        var plans = drafts.ConvertAll(work.PlanOf);
        if (plans.TrueForAll(p => p.IsRefused)) findings.Add(Finding.Error("plan.nothing"));
        return new Plan(farm, sprayer, terms.Job, plans, work.Route, work.Sorties, missions, findings);
    }

    private static Plan Nothing(Farm farm, Sprayer sprayer, Job job, List<Finding> findings)
    {
        var plans = farm.Fields.Select(f => new FieldPlan(f, f.Boundary, Empty(f), Empty(f), [], [], [])).ToList();
        return new Plan(farm, sprayer, job, plans, Route.Empty, [], [], findings);

        static NetTopologySuite.Geometries.Polygon Empty(Field field) => field.Boundary.Factory.CreatePolygon();
    }
}
