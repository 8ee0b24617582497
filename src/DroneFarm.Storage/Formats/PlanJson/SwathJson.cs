using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <param name="Line">Start and end.</param>
/// <param name="HeightM">Absent for the job's.</param>
internal sealed record SwathJson(int Number, string Field, SwathKind Kind, double WidthM, double[][] Line, SwathDose? Dose = null, double? HeightM = null);
