using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Coverage;

/// <summary>A track point on the plane of the farm.</summary>
internal readonly record struct Fix(DateTimeOffset At, LocalPoint Place, double HeightM, double? FlowLPerMin, Heading? Nose);
