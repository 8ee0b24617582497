using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats;

/// <summary>What came of reading a plan file.</summary>
/// <param name="Plan">Null when no plan can be made of the file. One that was changed after it was written is an error too, but is returned, so that a check can show what else is wrong.</param>
/// <param name="Fingerprint">Of what was read, as <see cref="PlanFile.Fingerprint"/> computes it; empty without a plan.</param>
public sealed record PlanRead(Plan? Plan, string Fingerprint, IReadOnlyList<Finding> Findings);
