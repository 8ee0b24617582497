using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying.Prescriptions;

namespace DroneFarm.Core.Spraying;

/// <summary>What the farmer asked for.</summary>
/// <param name="RateLPerHa">Application rate of the spray mixture.</param>
/// <param name="HeightM">Over the crop while spraying.</param>
/// <param name="TransitHeightM">Between fields and to the refill point.</param>
/// <param name="DriftMarginM">Kept from the field's own edge all round, besides the half swath, whatever the wind; the planned wind adds to it downwind.</param>
/// <param name="Prescription">Rates that differ from place to place; null for <paramref name="RateLPerHa"/> everywhere.</param>
/// <param name="Target">What it is against, as the record names it.</param>
/// <param name="Prices">What missed and doubled ground is worth in flight time; null for <see cref="CoverPrices.Usual"/>.</param>
/// <param name="Terms">What the record says besides, and by whose law; null for China's and nothing more.</param>
/// <param name="HeightDatum">What waypoints' heights are over: null for home, or the terrain, which the vehicle must know.</param>
/// <param name="AdjacentTogether">Fields side by side are sprayed in one direction; null leaves each its own, unless the planner is asked otherwise.</param>
/// <param name="Wind">Null when none is planned for: then nothing but the fixed distances is kept.</param>
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
    PlannedWind? Wind = null,
    Prescription? Prescription = null,
    CoverPrices? Prices = null,
    RecordTerms? Terms = null,
    AltitudeDatum? HeightDatum = null,
    bool? AdjacentTogether = null);
