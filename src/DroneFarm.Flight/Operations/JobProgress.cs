using DroneFarm.Core.Text;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>A picture of a job at one moment, for screens.</summary>
/// <param name="Sortie">The one in hand, from 1.</param>
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
    bool LinkLost);
