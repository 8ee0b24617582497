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
    public static CheckReport Of(Plan plan, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var findings = new List<Finding>();
        var ground = new TargetGround(plan.Farm);
        var flights = Flights(plan, findings);
        findings.AddRange(SwathLedger.Of(plan));
        findings.AddRange(FieldTransits.Of(plan, ground));
        var sprayed = new List<SprayedLine>();
        var (litres, duration) = (0.0, TimeSpan.Zero);
        var secondsOf = new Dictionary<int, double>();
        var obstacles = new ObstacleClearance(plan.Farm.Obstacles, plan.Farm.Frame);
        foreach (var flight in flights)
        {
            cancel.ThrowIfCancellationRequested();
            var lines = SortieMatch.Of(flight, plan.Sprayer.SwathWidthM, plan.Farm.Frame, findings);
            var own = FlightEnergy.Of(flight, lines, plan.Sprayer, plan.Job);
            findings.AddRange(SprayOrder.Of(flight));
            findings.AddRange(SortieLimits.Of(flight, own, plan.Sprayer));
            findings.AddRange(SortieLimits.Pump(flight, lines, plan));
            findings.AddRange(SortieLimits.Speed(flight, plan.Sprayer, plan.Farm.Frame));
            findings.AddRange(HeightLimits.Of(flight, lines, plan.Job, plan.Farm.Frame));
            findings.AddRange(FenceCheck.Of(flight, plan.Farm.Frame));
            findings.AddRange(obstacles.Of(flight));
            sprayed.AddRange(lines);
            litres += own.Litres;
            duration += own.Duration;
            secondsOf[flight.Sortie.Number] = own.Duration.TotalSeconds;
        }

        findings.AddRange(FleetCheck.Of(plan, flights, secondsOf));

        var flownM = flights.Sum(f => f.Segments.Sum(s => s.LengthM));
        var sprayedM = sprayed.Sum(l => l.Segment.LengthM);
        var fields = Fields(plan, ground, sprayed, progress, cancel);
        return new CheckReport(fields, litres, duration, sprayedM, flownM - sprayedM, findings);
    }

    private static List<MissionFlight> Flights(Plan plan, List<Finding> findings)
    {
        var flights = new List<MissionFlight>(plan.Missions.Count);
        var missions = plan.Missions.ToLookup(m => m.SortieNumber);
        if (plan.Missions.Count == 0) findings.Add(Finding.Error("check.no-missions"));
        else findings.AddRange(plan.Sorties.Where(s => missions[s.Number].Count() != 1).Select(s => Finding.Error("check.sortie.missions", Say.Count(s.Number))));

        var sorties = plan.Sorties.DistinctBy(s => s.Number).ToDictionary(s => s.Number);
        foreach (var mission in plan.Missions)
        {
            if (sorties.TryGetValue(mission.SortieNumber, out var sortie)) flights.Add(MissionFlight.Fly(mission, sortie, plan.Farm.Frame, findings));
            else findings.Add(Finding.Error("check.mission.no-sortie", Say.Count(mission.SortieNumber)));
        }

        return flights;
    }

    /// <summary>Without missions the swaths themselves are measured: the plan is refused all the same, and its areas are still worth knowing.</summary>
    private static List<FieldCheck> Fields(
        Plan plan, TargetGround ground, List<SprayedLine> sprayed, IProgress<int>? progress, CancellationToken cancel)
    {
        var wet = plan.Missions.Count > 0
            ? sprayed
            : [.. plan.Swaths.Select(s => SprayedLine.On(new FlownSegment(0, s.Start, s.End, 0, 0, null, true), s))];
        var measure = new FieldMeasure(plan, ground, wet);
        var checks = new List<FieldCheck>(plan.Fields.Count);
        foreach (var field in plan.Fields)
        {
            cancel.ThrowIfCancellationRequested();
            var stages = StageCheck.Of(field, ground.Find(field.Field.Id), measure.Target(field.Field.Id));
            checks.Add(measure.Of(field, [.. stages]));
            progress?.Report(checks.Count);
        }

        return checks;
    }
}
