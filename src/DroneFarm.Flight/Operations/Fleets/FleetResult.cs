using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Operations.Fleets;

/// <summary>What became of a job that several vehicles shared.</summary>
/// <param name="Vehicles">By their number in the plan.</param>
/// <param name="ClosestM">The least distance over the ground of two in the air that were less than a lane apart in height; null when no two were.</param>
public sealed record FleetResult(IReadOnlyDictionary<int, JobResult> Vehicles, double? ClosestM, Phrase Reason)
{
    /// <summary>Everything was flown, by whichever vehicle.</summary>
    public bool IsComplete => Vehicles.Values.Any(v => v.IsComplete);

    public bool JournalHolds => Vehicles.Values.All(v => v.End != JobEnd.JournalFailed);
}
