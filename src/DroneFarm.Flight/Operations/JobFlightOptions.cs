namespace DroneFarm.Flight.Operations;

/// <summary>How a job is flown.</summary>
/// <param name="Preset">Set and compared on the vehicle before the first sortie; null leaves its parameters alone.</param>
/// <param name="ReadyWithin">How long a vehicle may take to know its position and pass its own checks.</param>
/// <param name="ReportEvery">How often progress is reported while nothing else changes, in the flight's time.</param>
public sealed record JobFlightOptions(PumpCalibration Pump, SprayPreset? Preset, TimeSpan ReadyWithin, TimeSpan ReportEvery)
{
    public static JobFlightOptions For(PumpCalibration pump, SprayPreset? preset) =>
        new(pump, preset, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(0.5));
}
