using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning;

/// <summary>How the planner goes about it, where the job leaves a choice.</summary>
/// <param name="Direction">Of all swaths; null lets each cell find its best.</param>
/// <param name="FenceMarginM">From the flown lines to the inclusion fence.</param>
public sealed record PlanOptions(Heading? Direction = null, double FenceMarginM = 15);
