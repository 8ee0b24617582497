using DroneFarm.Core.Planning;

namespace DroneFarm.Flight.Operations;

/// <summary>How a job is flown.</summary>
/// <param name="PresetFor">Set and compared on the vehicle before each sortie, since the pump's law follows the sortie's swath width; null leaves its parameters alone.</param>
/// <param name="ReadyWithin">How long a vehicle may take to know its position and pass its own checks.</param>
/// <param name="ReportEvery">How often progress is reported while nothing else changes, in the flight's time.</param>
public sealed record JobFlightOptions(PumpCalibration Pump, Func<Sortie, SprayPreset>? PresetFor, TimeSpan ReadyWithin, TimeSpan ReportEvery)
{
    public static JobFlightOptions For(PumpCalibration pump, Func<Sortie, SprayPreset>? presetFor) =>
        new(pump, presetFor, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(0.5));
}
