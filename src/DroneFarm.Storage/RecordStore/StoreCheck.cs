using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.RecordStore;

/// <summary>What came of proving a store entry by entry.</summary>
public sealed record StoreCheck(long Entries, int Stations, IReadOnlyList<Finding> Findings)
{
    public bool Passed => Findings.All(f => f.Severity != Severity.Error);
}
