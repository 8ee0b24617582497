using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;

namespace DroneFarm.Cli.Jobs;

/// <summary>A plan in figures, for scripts.</summary>
/// <param name="Bounds">How near the whole job comes to what no plan can beat.</param>
/// <param name="Compare">Null unless it was asked for.</param>
internal sealed record PlanSummary(
    string Folder, string Job, int Fields, int Refused, double AreaM2, int Sorties, double Litres, double Minutes, double SprayedM, double TransitM, int Drones, double MakespanMinutes,
    IReadOnlyList<FindingSummary> Findings, FieldBounds? Bounds = null, IReadOnlyList<FieldBounds>? FieldBounds = null, PlanComparison? Compare = null)
{
    public static PlanSummary Of(Plan plan, string folder) => new(
        folder, plan.Job.Id, plan.Fields.Count, plan.Fields.Count(f => f.IsRefused), plan.PlannedAreaM2, plan.Sorties.Count,
        plan.Sorties.Sum(s => s.Litres), plan.Sorties.Sum(s => s.Duration.TotalMinutes), plan.Sorties.Sum(s => s.SprayedM), plan.Sorties.Sum(s => s.TransitM),
        plan.Fleet.Drones, plan.Makespan.TotalMinutes,
        [.. plan.AllFindings.Select(FindingSummary.Of)]);
}
