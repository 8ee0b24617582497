using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Formats;

/// <summary>What came of reading a job.</summary>
/// <param name="Job">Null when a finding is an error.</param>
public sealed record JobRead(Job? Job, IReadOnlyList<Finding> Findings);
