namespace DroneFarm.FirmwareSim.Body;

/// <summary>
/// The aircraft's physical numbers. The defaults are those of a common agricultural multirotor of the 30 L class: 26 kg
/// empty with its battery (so 56 kg take-off mass), 14 cells and 30 Ah, two centrifugal nozzles fed at up to 8 L/min.
/// </summary>
public sealed record BodyOptions
{
    /// <summary>Mass with battery and an empty tank.</summary>
    public double EmptyMassKg { get; init; } = 26;

    public double TankL { get; init; } = 30;

    /// <summary>What is in the tank when the vehicle is made.</summary>
    public double StartLiquidL { get; init; } = 30;

    /// <summary>Spray mixtures are mostly water.</summary>
    public double LiquidKgPerL { get; init; } = 1;

    /// <summary>Flow at a pump output of 100 % (SERVO9_MAX).</summary>
    public double PumpMaxFlowLPerMin { get; init; } = 8;

    /// <summary>Electrical power to hover with an empty tank; with liquid it grows with mass^1.5 (actuator-disc theory).</summary>
    public double EmptyHoverPowerW { get; init; } = 2600;

    public double BatteryCapacityAh { get; init; } = 30;

    public int BatteryCells { get; init; } = 14;

    public double BatteryResistanceOhm { get; init; } = 0.02;

    /// <summary>Greatest lean, which bounds what horizontal acceleration and wind the vehicle can hold against (ANGLE_MAX 30 degrees).</summary>
    public double MaxLeanDeg { get; init; } = 30;

    /// <summary>
    /// Deceleration per metre per second of airspeed (drag of the rotors' air over mass). With <see cref="DragPerM"/> as of SITL's own multicopter, which leans
    /// 45 degrees at 15 m/s: what holds against drag in a line is still held when the line ends, and carries the aircraft past its end (point 7).
    /// </summary>
    public double DragPerSecond { get; init; } = 0.25;

    /// <summary>Deceleration per square of the airspeed (drag of the body over mass), 1/m.</summary>
    public double DragPerM { get; init; } = 0.033;

    /// <summary>How late the thrust vector follows a command (ATC_INPUT_TC and motor lag together).</summary>
    public double AttitudeLagS { get; init; } = 0.15;
}
