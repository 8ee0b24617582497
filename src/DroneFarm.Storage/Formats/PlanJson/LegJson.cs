using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>Either a swath, or a line with the reason for flying it.</summary>
internal sealed record LegJson(SwathJson? Swath = null, TransitReason? Transit = null, double[][]? Line = null);
