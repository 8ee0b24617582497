using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.RecordStore;

/// <summary>What a store made of entries that came from another one.</summary>
/// <param name="Known">Were there already, to the byte.</param>
/// <param name="Findings">Why the rest was refused: nothing is ever overwritten.</param>
public sealed record Accepted(int Stored, int Known, IReadOnlyList<Finding> Findings);
