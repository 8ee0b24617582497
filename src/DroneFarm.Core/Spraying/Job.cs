using DroneFarm.Core.Spraying.Prescriptions;

namespace DroneFarm.Core.Spraying;

/// <summary>What the farmer asked for.</summary>
/// <param name="RateLPerHa">Application rate of the spray mixture.</param>
/// <param name="HeightM">Over the crop while spraying.</param>
/// <param name="TransitHeightM">Between fields and to the refill point.</param>
/// <param name="DriftMarginM">Kept from the field's own edge, besides the half swath; 0 without wind.</param>
/// <param name="Prescription">Rates that differ from place to place; null for <paramref name="RateLPerHa"/> everywhere.</param>
/// <param name="Target">What it is against, as the record names it.</param>
public sealed record Job(
    string Id,
    string Name,
    Product Product,
    double RateLPerHa,
    double HeightM,
    double SpeedMps,
    double TransitHeightM,
    double TransitSpeedMps,
    double DriftMarginM,
    string Crop,
    string Target,
    string Operator,
    WeatherLimits WeatherLimits,
    Prescription? Prescription = null);
