using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Formats;

/// <summary>What came of reading a sprayer.</summary>
/// <param name="Sprayer">Null when a finding is an error.</param>
public sealed record SprayerRead(Sprayer? Sprayer, IReadOnlyList<Finding> Findings);
