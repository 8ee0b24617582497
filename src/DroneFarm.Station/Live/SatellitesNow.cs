namespace DroneFarm.Station.Live;

/// <summary>What the satellite receiver says.</summary>
/// <param name="Kind">none, 2d, 3d, dgps, rtk-float or rtk-fixed.</param>
public sealed record SatellitesNow(string Kind, int Count, double? Hdop);
