using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning;

/// <summary>How the planner goes about it, where the job leaves a choice. Prices weigh errors against minutes: a second of flight costs 1.</summary>
/// <param name="Direction">Of all swaths; null lets each field find its best.</param>
/// <param name="AlongRows">Fields whose rows have a direction are sprayed along it; the others as <paramref name="Direction"/> says.</param>
/// <param name="FenceMarginM">From the flown lines to the inclusion fence.</param>
/// <param name="EdgePass">Whether swaths along the edges may, must or must not be flown.</param>
/// <param name="MissedPriceSPerM2">Seconds of flight that a square metre left dry is worth. Null for what the job says.</param>
/// <param name="DoubledPriceSPerM2">The same for a square metre wetted twice.</param>
/// <param name="NarrowestSwathShare">Of the sprayer's swath width: neighbouring swaths may be fitted this much closer so that whole swaths fill the field.</param>
/// <param name="AdjacentTogether">Fields side by side are sprayed in one direction, where none is given.</param>
/// <param name="AdjacentGapM">Fields lie side by side when no more than this is between them: a bund, never a road.</param>
/// <param name="ZoneDetourM">How much longer a transit may become so as not to pass over a no-spray zone other than a house; houses are always flown around if there is a way.</param>
/// <param name="RefillClusterM">Where the farm has no refill point: the planner assumes one for the fields in each square of this side, and in each square along the edge of a field too wide for that.</param>
/// <param name="Threads">Fields planned at a time; null for as many as the machine has processors. The plan is the same.</param>
/// <param name="Fleet">The aircraft that share the job; null for one.</param>
public sealed record PlanOptions(
    Heading? Direction = null,
    double FenceMarginM = 15,
    EdgePassChoice EdgePass = EdgePassChoice.WhereItPays,
    double? MissedPriceSPerM2 = null,
    double? DoubledPriceSPerM2 = null,
    double NarrowestSwathShare = 0.8,
    bool AdjacentTogether = false,
    double AdjacentGapM = 4,
    double ZoneDetourM = 100,
    double RefillClusterM = 600,
    int? Threads = null,
    bool AlongRows = false,
    Fleet? Fleet = null);
