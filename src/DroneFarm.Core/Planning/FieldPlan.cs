using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning;

/// <summary>What the planner made of one field; every stage stays visible.</summary>
/// <param name="Sprayable">The field less obstacles with their clearance and zones with their buffer: nothing is sprayed outside it.</param>
/// <param name="Headland">The edge band: what edge passes wet; empty when there is none.</param>
/// <param name="Mainland">All other sprayable ground: what straight swaths must cover.</param>
/// <param name="Swaths">In flying order and direction; empty when the field is refused, with an error among the findings.</param>
public sealed record FieldPlan(
    Field Field,
    Geometry Sprayable,
    Geometry Headland,
    Geometry Mainland,
    IReadOnlyList<Cell> Cells,
    IReadOnlyList<Swath> Swaths,
    IReadOnlyList<Finding> Findings)
{
    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Error);
}
