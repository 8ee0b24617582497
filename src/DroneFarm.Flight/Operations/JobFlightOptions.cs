using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Flight.Operations.Preflight;

namespace DroneFarm.Flight.Operations;

/// <summary>How a job is flown.</summary>
/// <param name="PresetFor">Set and compared on the vehicle before each sortie, since the pump's law follows the sortie's swath width; null leaves its parameters alone.</param>
/// <param name="ReadyWithin">How long a vehicle may take to know its position and fulfil its checklist.</param>
/// <param name="ReportEvery">How often progress is reported while nothing else changes, in the flight's time.</param>
public sealed record JobFlightOptions(PumpCalibration Pump, Func<Sortie, SprayPreset>? PresetFor, TimeSpan ReadyWithin, TimeSpan ReportEvery)
{
    /// <summary>The latest weather that people measured; null when nobody did, and then the vehicle's own estimate of the wind counts.</summary>
    public Func<Weather?> Weather { get; init; } = () => null;

    /// <summary>Items of the checklist that somebody answers for; told to the journal when one is needed.</summary>
    public IReadOnlySet<CheckCode> Overrides { get; init; } = new HashSet<CheckCode>();

    /// <summary>The same where each aircraft of a job has its own; null when <see cref="Overrides"/> counts for all.</summary>
    public Func<VehicleId, IReadOnlySet<CheckCode>>? OverridesOf { get; init; }

    /// <summary>Nothing takes off without the guard script on board (firmware-sim/ardupilot/sprayer_guard.lua), or somebody who answers for its absence.</summary>
    public bool RequiresGuard { get; init; } = true;

    /// <summary>Begins only when it is ordered to, and after an interruption waits for the choice of how to go on; otherwise such an interruption ends the job.</summary>
    public bool WaitsForPeople { get; init; }

    /// <summary>How it goes on by itself after it came home for liquid, for its battery or because it was asked to.</summary>
    public Core.Resuming.ReEntry Entry { get; init; }

    /// <summary>As they are for one aircraft.</summary>
    public JobFlightOptions Of(VehicleId vehicle) => OverridesOf is { } own ? this with { Overrides = own(vehicle) } : this;

    public static JobFlightOptions For(PumpCalibration pump, Func<Sortie, SprayPreset>? presetFor) =>
        new(pump, presetFor, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(0.5));
}
