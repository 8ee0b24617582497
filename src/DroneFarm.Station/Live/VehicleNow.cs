using DroneFarm.Station.Flights;

namespace DroneFarm.Station.Live;

/// <summary>One vehicle at one moment, for the one-glance bar and the map. What was never heard is left out.</summary>
public sealed record VehicleNow(
    int Id,
    bool Lost,
    double? LinkAgeS,
    double? RoundTripMs,
    Aged<string>? Mode,
    bool Armed,
    bool OnGround,
    Aged<SatellitesNow>? Satellites,
    Aged<BatteryNow>? Battery,
    Aged<PlaceNow>? Place,
    Aged<WindNow>? Wind,
    Aged<double>? FlowLPerMin,
    Aged<bool>? PreArmOk,
    Aged<string>? Notice,
    IReadOnlyList<LinkServes> Links,
    FlightNow? Flight);
