namespace DroneFarm.Station.Live;

/// <summary>The flight battery.</summary>
/// <param name="MinutesToReturn">Until it must turn for home so as to land with the reserve untouched; null when power or place is not known.</param>
public sealed record BatteryNow(double? Percent, double? VoltageV, double? CurrentA, double? MinutesToReturn);
