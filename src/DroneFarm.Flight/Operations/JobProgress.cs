using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Operations.States;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>A picture of a vehicle's part of a job at one moment, for screens.</summary>
/// <param name="Sortie">The number of the one in hand.</param>
/// <param name="Sorties">Begun and still to begin.</param>
/// <param name="State">The phase in words.</param>
/// <param name="SortieFraction">Of the sortie's way, 0 to 1.</param>
/// <param name="JobFraction">Of the way of all sorties, 0 to 1.</param>
/// <param name="Flown">Of the whole job so far.</param>
public sealed record JobProgress(
    int Sortie,
    int Sorties,
    FlightPhase Phase,
    Phrase State,
    double SortieFraction,
    double JobFraction,
    Flown Flown,
    VehicleState Vehicle,
    bool LinkLost)
{
    /// <summary>The phase with the reason it came about, and since when.</summary>
    public required FlightStatus Status { get; init; }

    /// <summary>Before take-off what must hold, with live values; empty in the air.</summary>
    public IReadOnlyList<CheckItem> Checklist { get; init; } = [];

    /// <summary>What the sortie in hand still needs and what it still has; null on the ground.</summary>
    public Supplies? Supplies { get; init; }

    /// <summary>What may be ordered now.</summary>
    public IReadOnlyList<FlightOrderKind> Orders { get; init; } = [];
}
