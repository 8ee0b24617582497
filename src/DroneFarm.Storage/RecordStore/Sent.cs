using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.RecordStore;

/// <summary>What came of sending.</summary>
/// <param name="Stored">Entries that the server did not have before.</param>
/// <param name="Findings">What it refused.</param>
public sealed record Sent(long Stored, IReadOnlyList<Finding> Findings);
