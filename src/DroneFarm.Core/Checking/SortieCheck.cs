using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>One mission proven against its sortie: what it sprays, what it takes, and all that is wrong with it.</summary>
/// <param name="Own">The check's own sums of litres, time and energy.</param>
internal sealed record SortieCheck(IReadOnlyList<SprayedLine> Lines, FlightEnergy Own, IReadOnlyList<Finding> Findings)
{
    public static SortieCheck Of(MissionFlight flight, Plan plan, ObstacleClearance obstacles)
    {
        var findings = new List<Finding>();
        var frame = plan.Farm.Frame;
        var lines = SortieMatch.Of(flight, plan.Sprayer, frame, findings);
        var own = FlightEnergy.Of(flight, lines, plan.Sprayer, plan.Job);
        findings.AddRange(SprayOrder.Of(flight));
        findings.AddRange(ItemValues.Of(flight, plan.Job, frame));
        findings.AddRange(SortieLimits.Of(flight, own, plan.Sprayer));
        findings.AddRange(SortieLimits.Pump(flight, lines, plan));
        findings.AddRange(RateMatch.Of(flight, lines, plan.Job, frame));
        findings.AddRange(SortieLimits.Speed(flight, plan.Sprayer, frame));
        findings.AddRange(HeightLimits.Of(flight, lines, plan.Job, frame));
        findings.AddRange(FenceCheck.Of(flight, frame));
        findings.AddRange(obstacles.Of(flight));
        return new SortieCheck(lines, own, findings);
    }
}
