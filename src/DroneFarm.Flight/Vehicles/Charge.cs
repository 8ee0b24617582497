namespace DroneFarm.Flight.Vehicles;

/// <summary>The flight battery (BATTERY_STATUS of the first battery, or SYS_STATUS).</summary>
/// <param name="Percent">Left, 0 to 100; null when the vehicle does not estimate it.</param>
public readonly record struct Charge(double? Percent, double? VoltageV, double? CurrentA);
