using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>
/// Proves a plan from the outside. What is wetted is taken from the missions, run item by item, and held against sorties, swaths and the farm;
/// nothing that made the plan is used or believed.
/// </summary>
public static class PlanCheck
{
    /// <param name="progress">Told the number of fields that are done.</param>
    public static CheckReport Of(Plan plan, IProgress<int>? progress = null, CancellationToken cancel = default) => Of(plan, new CheckOptions(), progress, cancel);

    /// <param name="progress">Told the number of fields that are done.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CheckReport Of(Plan plan, CheckOptions options, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var findings = new List<Finding>();
        var ground = new TargetGround(plan.Farm, plan.Job);
        var flights = Flights(plan, findings, options, cancel);
        var ledger = SwathLedger.Of(plan).ToList();
        findings.AddRange(ledger);
        findings.AddRange(SwathHeights.Of(plan));
        // Where swaths are wrong the route is too, and need not be told again.
        if (ledger.Count == 0) findings.AddRange(RouteMatch.Of(plan));
        var transits = new FieldTransits(plan, ground);
        findings.AddRange(InOrder.Map(plan.Sorties, s => transits.Of(s).ToList(), options, cancel).SelectMany(f => f));
        var obstacles = new ObstacleClearance(plan.Farm.Obstacles, plan.Farm.Frame);
        var sorties = InOrder.Map(flights, f => SortieCheck.Of(f, plan, obstacles), options, cancel);
        findings.AddRange(sorties.SelectMany(s => s.Findings));
        var sprayed = sorties.SelectMany(s => s.Lines).ToList();
        findings.AddRange(ZoneLitres.Of(plan, sprayed));
        findings.AddRange(TenderCheck.Of(plan));
        findings.AddRange(FleetCheck.Of(plan, flights, flights.Zip(sorties).DistinctBy(f => f.First.Sortie.Number).ToDictionary(f => f.First.Sortie.Number, f => f.Second.Own.Duration.TotalSeconds)));
        var flownM = flights.Sum(f => f.Segments.Sum(s => s.LengthM));
        var sprayedM = sprayed.Sum(l => l.Segment.LengthM);
        var fields = Fields(plan, ground, sprayed, options, progress, cancel);
        var raster = RasterCheck.Sum(fields);
        if (raster is not null && RasterCheck.Of(fields, raster) is { } finding) findings.Add(finding);
        return new CheckReport(
            fields, sorties.Sum(s => s.Own.Litres), TimeSpan.FromTicks(sorties.Sum(s => s.Own.Duration.Ticks)), sprayedM, flownM - sprayedM, findings, raster);
    }

    private static MissionFlight[] Flights(Plan plan, List<Finding> findings, CheckOptions options, CancellationToken cancel)
    {
        var missions = plan.Missions.ToLookup(m => m.SortieNumber);
        if (plan.Missions.Count == 0) findings.Add(Finding.Error("check.no-missions"));
        else findings.AddRange(plan.Sorties.Where(s => missions[s.Number].Count() != 1).Select(s => Finding.Error("check.sortie.missions", Say.Count(s.Number))));

        var sorties = plan.Sorties.DistinctBy(s => s.Number).ToDictionary(s => s.Number);
        var flown = InOrder.Map(plan.Missions, mission =>
        {
            var said = new List<Finding>();
            var sortie = sorties.GetValueOrDefault(mission.SortieNumber);
            if (sortie is null) said.Add(Finding.Error("check.mission.no-sortie", Say.Count(mission.SortieNumber)));
            return (Flight: sortie is null ? null : MissionFlight.Fly(mission, sortie, plan.Farm.Frame, said), Findings: said);
        }, options, cancel);
        findings.AddRange(flown.SelectMany(f => f.Findings));
        return [.. flown.Select(f => f.Flight).OfType<MissionFlight>()];
    }

    /// <summary>Without missions the swaths themselves are measured: the plan is refused all the same, and its areas are still worth knowing.</summary>
    private static FieldCheck[] Fields(
        Plan plan, TargetGround ground, List<SprayedLine> sprayed, CheckOptions options, IProgress<int>? progress, CancellationToken cancel)
    {
        var wet = plan.Missions.Count > 0
            ? sprayed
            : [.. plan.Swaths.Select(s => SprayedLine.On(new FlownSegment(0, s.Start, s.End, 0, 0, null, true), s))];
        var measure = new FieldMeasure(plan, ground, wet);
        var raster = options.Raster ?? plan.Fields.Count <= CheckOptions.RasterFields;
        return InOrder.Map(
            plan.Fields,
            field => measure.Of(field, [.. StageCheck.Of(field, ground.Find(field.Field.Id), measure.Target(field.Field.Id), plan.Job.DriftMarginM)], raster),
            options, cancel, count => progress?.Report(count));
    }
}
