using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats;

/// <summary>What came of reading a plan file.</summary>
/// <param name="Plan">Null when a finding is an error. A plan that was changed by hand is returned with a warning: it must be checked again.</param>
/// <param name="Fingerprint">Of what was read, as <see cref="PlanFile.Fingerprint"/> computes it; empty without a plan.</param>
public sealed record PlanRead(Plan? Plan, string Fingerprint, IReadOnlyList<Finding> Findings);
