using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Resuming;

/// <summary>A point of a flight as the vehicle's own log keeps it.</summary>
/// <param name="Clock">The vehicle's, from its start.</param>
/// <param name="HeightM">Above home.</param>
/// <param name="FlowLPerMin">From the output on the pump's channel; null where the log has none near.</param>
public readonly record struct LoggedPoint(TimeSpan Clock, GeoPoint Place, double HeightM, double? FlowLPerMin);
