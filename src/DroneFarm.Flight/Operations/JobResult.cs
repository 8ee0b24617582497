using DroneFarm.Core.Text;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>What became of a job, and how the vehicle was left.</summary>
/// <param name="Reason">In one sentence.</param>
/// <param name="Sorties">The ones that were begun, in order.</param>
/// <param name="Safe">How the vehicle was left after a stop; null when the job ended with it landed as planned.</param>
public sealed record JobResult(JobEnd End, Phrase Reason, IReadOnlyList<SortieResult> Sorties, Flown Flown, VehicleState Last, SafeReturnResult? Safe)
{
    /// <summary>All sorties flown as planned.</summary>
    public bool IsComplete => End == JobEnd.Done;
}
