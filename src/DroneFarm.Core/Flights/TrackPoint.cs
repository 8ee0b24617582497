using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Flights;

/// <summary>A point of the flown line with what came out of the nozzles there.</summary>
/// <param name="HeightM">Above home.</param>
/// <param name="FlowLPerMin">From the pump's reported output and its calibration; null when no report was fresh enough to say.</param>
/// <param name="Nose">Where the nose points, the boom lying across it; null when the vehicle did not say.</param>
public sealed record TrackPoint(
    DateTimeOffset At,
    VehicleId Vehicle,
    int SortieNumber,
    GeoPoint Place,
    double HeightM,
    double SpeedMps,
    double? FlowLPerMin,
    Heading? Nose = null);
