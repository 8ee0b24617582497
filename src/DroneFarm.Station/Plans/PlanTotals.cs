using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Station.Plans;

/// <summary>What a plan comes to, as it is flown: the planner may lower speed and width to what pump and pattern allow.</summary>
/// <param name="Drones">Aircraft it was made for; each is asked for, though a small job may leave one without a sortie.</param>
public sealed record PlanTotals(
    double AreaM2, double SprayableM2, double Litres, double Minutes, double MakespanMin, int Sorties, int Refused, double SprayedM, double TransitM,
    double SpeedMps, double SwathWidthM, double FlowLPerMin, double RateLPerHa, int Drones)
{
    public static PlanTotals Of(Plan plan) => new(
        plan.PlannedAreaM2,
        plan.Fields.Where(f => !f.IsRefused).Sum(f => f.Sprayable.Area),
        plan.Sorties.Sum(s => s.Litres),
        plan.Sorties.Sum(s => s.Duration.TotalMinutes),
        plan.Makespan.TotalMinutes,
        plan.Sorties.Count,
        plan.Fields.Count(f => f.IsRefused),
        plan.Sorties.Sum(s => s.SprayedM),
        plan.Sorties.Sum(s => s.TransitM),
        plan.Job.SpeedMps,
        plan.Sprayer.SwathWidthM,
        Dose.FlowLPerMin(plan.Job.RateLPerHa, plan.Sprayer.SwathWidthM, plan.Job.SpeedMps),
        plan.Job.RateLPerHa,
        plan.Fleet.Drones);
}
