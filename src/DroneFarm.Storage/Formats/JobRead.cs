using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Formats;

/// <summary>What came of reading a job.</summary>
/// <param name="Job">Null when a finding is an error.</param>
/// <param name="Prescription">The file of rates that the job names, not yet read: its places need the farm's frame. Null when it names none.</param>
public sealed record JobRead(Job? Job, IReadOnlyList<Finding> Findings, NamedFile? Prescription = null);
