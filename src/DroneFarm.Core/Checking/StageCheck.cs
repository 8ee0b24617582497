using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>The stages of a field fit the plan's own farm and each other: the boundary is the farm's, and each stage lies in the one before it.</summary>
internal static class StageCheck
{
    /// <summary>Planners draw the rounds of a buffer with fewer corners than the check does: up to 5 cm for a zone's 10 m.</summary>
    private const double ToleranceM = 0.1;

    public static IEnumerable<Finding> Of(FieldPlan plan, Field? field, Geometry? target)
    {
        var id = plan.Field.Id;
        if (field is null || target is null)
        {
            yield return About("check.field.unknown", id);
            yield break;
        }

        if (!plan.Field.Boundary.EqualsExact(field.Boundary, SortieMatch.WireM)) yield return About("check.field.changed", id);
        else if (!Within(plan.Sprayable, target)) yield return About("check.field.sprayable", id);
        else if (!Within(plan.Mainland, plan.Sprayable) || !Within(plan.Headland, plan.Sprayable)) yield return About("check.field.mainland", id);
        if (plan.IsRefused && plan.Swaths.Count > 0) yield return About("check.field.refused", id);
    }

    private static Finding About(string code, string id) => Finding.Error(code, id) with { FieldId = id };

    private static bool Within(Geometry part, Geometry whole)
    {
        if (part.IsEmpty || ReferenceEquals(part, whole)) return true;
        if (whole.IsEmpty) return false;
        if (part.EqualsExact(whole, SortieMatch.WireM)) return true;
        return new GroundArea(part).LiesIn(new GroundArea(whole), ToleranceM);
    }
}
