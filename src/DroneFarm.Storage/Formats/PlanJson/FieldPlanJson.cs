using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <param name="Field">Id of a field of the farm.</param>
internal sealed record FieldPlanJson(
    string Field,
    GeometryJson Sprayable,
    GeometryJson Headland,
    GeometryJson Mainland,
    IReadOnlyList<CellJson> Cells,
    IReadOnlyList<SwathJson> Swaths,
    IReadOnlyList<Finding> Findings);
