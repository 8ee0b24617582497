using DroneFarm.Core.Findings;

namespace DroneFarm.Core.Checking;

/// <summary>One field measured from the outside: areas by exact polygon union.</summary>
/// <param name="AreaM2">Of the field's boundary.</param>
/// <param name="SprayableM2">The target: the field less zones with their buffers and obstacles with their clearances, as the check sees it.</param>
/// <param name="MainlandM2">The target less the edge passes: those strips that the plan names so and that lie along the target's edge.</param>
/// <param name="CoveredMainlandM2">Of it, wetted by any strip.</param>
/// <param name="CoveredM2">Inside the field, wetted at least once.</param>
/// <param name="DoubledM2">Inside the field, each further time of wetting counted again.</param>
/// <param name="OffTargetM2">Wetted outside the field or inside a zone, its buffer, or an obstacle's clearance.</param>
/// <param name="Raster">The same counted in cells; null when it was not asked for.</param>
public sealed record FieldCheck(
    string FieldId,
    double AreaM2,
    double SprayableM2,
    double MainlandM2,
    double CoveredM2,
    double CoveredMainlandM2,
    double DoubledM2,
    double OffTargetM2,
    IReadOnlyList<Finding> Findings,
    RasterCount? Raster = null);
