using DroneFarm.Core.Spraying.Patterns;

namespace DroneFarm.Core.Spraying;

/// <summary>What a spraying aircraft can do. Every number of a sample sprayer has its source in <paramref name="Sources"/>.</summary>
/// <param name="SwathWidthM">Effective swath at the usual height: the distance between neighbouring swaths. 0 leaves it to the patterns; a plan's sprayer has it worked out.</param>
/// <param name="EmptyMassKg">Ready to fly with battery, tank empty.</param>
/// <param name="ReserveFraction">Share of the battery that a plan never uses.</param>
/// <param name="HoverWattsPerKg15">Hover power divided by mass^1.5 (momentum theory: P = k m^1.5).</param>
/// <param name="TurnRateDegPerS">How fast the nose turns.</param>
/// <param name="MissionItemLimit">What the autopilot's storage takes, home included (ARDUPILOT.md point 12: 650).</param>
/// <param name="Switching">How late its pump follows an order; null when nobody measured it, and nothing is compensated.</param>
/// <param name="Patterns">Measured deposit across the track, one for each height; null when nobody measured it.</param>
/// <param name="RefillS">To fill the tank and change the battery between two flights, seconds: a refill point serves one aircraft at a time.</param>
/// <param name="MinTurnRadiusM">Of a turn from one swath into the next; 0 for an aircraft that can stop and sidestep.</param>
/// <param name="LeastSprayHeightM">Where swaths are fitted narrower than the widest the height follows in proportion, but never below this; null keeps the job's height everywhere.</param>
public sealed record Sprayer(
    string Name,
    double TankL,
    double SwathWidthM,
    double PumpMinFlowLPerMin,
    double PumpMaxFlowLPerMin,
    double EmptyMassKg,
    double BatteryWh,
    double ReserveFraction,
    double HoverWattsPerKg15,
    double MaxSpeedMps,
    double AccelerationMps2,
    double ClimbMps,
    double DescentMps,
    double TurnRateDegPerS,
    int MissionItemLimit,
    IReadOnlyList<string> Sources,
    Switching? Switching = null,
    IReadOnlyList<SprayPattern>? Patterns = null,
    double RefillS = 180,
    double MinTurnRadiusM = 0,
    double? LeastSprayHeightM = null)
{
    public double UsableWh => BatteryWh * (1 - ReserveFraction);

    /// <summary>Power in flight at a mass of liquid on board, watts.</summary>
    /// <param name="liquidL">Litres in the tank; spray mixture weighs 1 kg/L.</param>
    public double PowerW(double liquidL) => HoverWattsPerKg15 * Math.Pow(EmptyMassKg + liquidL, 1.5);
}
