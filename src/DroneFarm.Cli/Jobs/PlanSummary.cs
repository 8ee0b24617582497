using DroneFarm.Core.Planning;

namespace DroneFarm.Cli.Jobs;

/// <summary>A plan in figures, for scripts.</summary>
internal sealed record PlanSummary(
    string Folder, string Job, int Fields, int Refused, double AreaM2, int Sorties, double Litres, double Minutes, double SprayedM, double TransitM, int Drones, double MakespanMinutes, IReadOnlyList<FindingSummary> Findings)
{
    public static PlanSummary Of(Plan plan, string folder) => new(
        folder, plan.Job.Id, plan.Fields.Count, plan.Fields.Count(f => f.IsRefused), plan.PlannedAreaM2, plan.Sorties.Count,
        plan.Sorties.Sum(s => s.Litres), plan.Sorties.Sum(s => s.Duration.TotalMinutes), plan.Sorties.Sum(s => s.SprayedM), plan.Sorties.Sum(s => s.TransitM),
        plan.Fleet.Drones, plan.Makespan.TotalMinutes,
        [.. plan.AllFindings.Select(FindingSummary.Of)]);
}
