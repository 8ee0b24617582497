using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning.Missions;
using DroneFarm.Core.Planning.Rates;
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

        var rates = FieldRates.Of(terms.Sprayer, terms.Job, farm.Frame);
        if (rates is not null && !farm.Fields.Any(f => rates.Map.Reaches(f.Boundary))) findings.Add(Finding.Warning("plan.rate.beside", job.Prescription!.Name));
        var drafts = FieldDrafts.Of(farm, terms, rates, options, progress, cancel);
        var fleet = options.Fleet ?? Fleet.One;
        var (work, sorties, remarks, shared) = WorkShare.Best(farm, terms, options, drafts, cancel);
        var plans = shared.ToList();
        findings.AddRange(remarks);
        if (plans.SelectMany(p => p.Swaths).Where(s => s.HeightM is not null).ToList() is { Count: > 0 } lower)
            findings.Add(Finding.Note("plan.height.lower", $"{lower.DistinctBy(s => s.FieldId).Count()}", $"{lower.Min(s => s.HeightM):F2}", $"{job.HeightM:F1}"));
        var missions = MissionStage.Of(farm, terms.Sprayer, terms.Job, fleet, plans, sorties, options.FenceMarginM, findings);
        if (plans.TrueForAll(p => p.IsRefused)) findings.Add(Finding.Error("plan.nothing"));
        return new Plan(farm, terms.Sprayer, terms.Job, plans, work.Route, sorties, missions, findings) { Fleet = fleet };
    }

    private static Plan Nothing(Farm farm, Sprayer sprayer, Job job, List<Finding> findings)
    {
        var plans = farm.Fields.Select(f => new FieldPlan(f, f.Boundary, Empty(f), Empty(f), [], [], [])).ToList();
        return new Plan(farm, sprayer, job, plans, Route.Empty, [], [], findings);

        static NetTopologySuite.Geometries.Polygon Empty(Field field) => field.Boundary.Factory.CreatePolygon();
    }
}
