namespace DroneFarm.Flight.Vehicles;

/// <summary>What a battery instance of the autopilot says that in truth measures liquid (BATT2_MONITOR and up: 11 a flow meter, 12 and 24 a level).</summary>
/// <param name="Percent">Left of the tank; null when it does not say.</param>
/// <param name="UsedL">Since the autopilot's start; ArduPilot tells millilitres as mAh.</param>
/// <param name="FlowLPerMin">ArduPilot tells litres per hour as amperes.</param>
public readonly record struct LiquidSensor(double? Percent, double? UsedL, double? FlowLPerMin);
