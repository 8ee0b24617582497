using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats;

/// <summary>What came of reading a farm.</summary>
/// <param name="Farm">Null when nothing may be planned on it. Fields that alone are unusable are left out, each with an error that carries its id.</param>
public sealed record FarmRead(Farm? Farm, IReadOnlyList<Finding> Findings);
