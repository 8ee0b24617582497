using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Resuming;

/// <summary>How what is left of a job is taken up again.</summary>
/// <param name="OverlapM">
/// The order to spray is given this much before the breakpoint: the pump follows an order within half a metre to one metre of flight out of a hover
/// (ARDUPILOT.md points 2 and 7).
/// </param>
/// <param name="Vehicles">Numbers of the vehicles that share what is left; null for all of the plan's fleet.</param>
/// <param name="FenceMarginM">From the flown lines to the inclusion fence.</param>
public sealed record RemainderOptions(ReEntry Entry = ReEntry.AtBreakpoint, double OverlapM = 1.2, IReadOnlyList<int>? Vehicles = null, double FenceMarginM = 15)
{
    /// <summary>Sorties that others are flying now: what they will spray is not left.</summary>
    public IReadOnlyList<Sortie> Reserved { get; init; } = [];
}
