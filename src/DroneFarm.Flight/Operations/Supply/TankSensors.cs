using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.Supply;

/// <summary>Which battery instances of a vehicle measure its liquid: those whose monitor is a fuel sensor, which is what ArduPilot has for it.</summary>
/// <param name="Flow">Number in BATTERY_STATUS, from 0, of the flow meter; null when there is none.</param>
/// <param name="Level">Of the level sensor.</param>
public sealed record TankSensors(byte? Flow, byte? Level)
{
    private const int FlowMonitor = 11, LevelPwmMonitor = 12, LevelAnalogMonitor = 24;

    public static TankSensors None { get; } = new(null, null);

    /// <summary>Asks the vehicle what each further battery that it reports is. One that reports none is asked nothing.</summary>
    public static async Task<TankSensors> FindAsync(Vehicle vehicle, CancellationToken cancel)
    {
        var found = None;
        foreach (var id in vehicle.State.Liquids.Keys.Order())
        {
            var monitor = await vehicle.RunAsync(new ParameterGet(FormattableString.Invariant($"BATT{id + 1}_MONITOR")), cancel);
            found = (int?)monitor.Value switch
            {
                FlowMonitor => found with { Flow = id },
                LevelPwmMonitor or LevelAnalogMonitor => found with { Level = id },
                _ => found,
            };
        }

        return found;
    }

    /// <summary>Null where there is no such sensor, or its last word is too old to decide by.</summary>
    public LiquidSensor? FlowNow(VehicleState vehicle, DateTimeOffset now) => Now(Flow, vehicle, now);

    /// <summary>Litres in the tank by the level sensor.</summary>
    public double? LevelL(VehicleState vehicle, double tankL, DateTimeOffset now) => Now(Level, vehicle, now) is { Percent: { } percent } ? tankL * percent / 100 : null;

    private static LiquidSensor? Now(byte? id, VehicleState vehicle, DateTimeOffset now)
    {
        if (id is not { } number || !vehicle.Liquids.TryGetValue(number, out var told)) return null;
        return told.Age(now) <= VehicleState.DecidesFor ? told.Value : null;
    }
}
