using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Station.Plans;

/// <summary>The choices that a planner leaves to people; left out, it decides.</summary>
/// <param name="DirectionDeg">Of all swaths, clockwise from north.</param>
/// <param name="Drones">Aircraft that share the job.</param>
/// <param name="FullCover">Missed ground is so dear that next to none is left.</param>
public sealed record PlanWishes(double? DirectionDeg = null, EdgePassChoice EdgePass = EdgePassChoice.WhereItPays, bool AlongRows = false, int Drones = 1, bool FullCover = false)
{
    private const double DearMissedSPerM2 = 4;

    public PlanOptions Options => new(
        Direction: DirectionDeg is { } deg ? Heading.FromDegrees(deg) : null,
        EdgePass: EdgePass,
        AlongRows: AlongRows,
        MissedPriceSPerM2: FullCover ? DearMissedSPerM2 : null,
        Fleet: Drones > 1 ? new Fleet(Math.Min(Drones, 20)) : null);
}
