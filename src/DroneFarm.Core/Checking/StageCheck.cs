using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>The stages of a field fit the plan's own farm and each other: the boundary is the farm's, the sprayable ground is the target, headland and mainland part it.</summary>
internal static class StageCheck
{
    /// <summary>Planners draw the rounds of a buffer with fewer corners than the check does: up to 5 cm for a zone's 10 m.</summary>
    private const double ToleranceM = 0.1;

    /// <summary>What grazing arcs may leave out, spread over the outline.</summary>
    private const double GrazedM = 0.01;

    /// <summary>A piece too small for a swath that hangs on the target by a thread, which the planner's rounder buffer cuts.</summary>
    private const double HangingM2 = 15;

    /// <summary>Plan files keep tenths of a millimetre, and cutting ground along a strip rounds once more: how far a corner may be from its line, and an outline on average.</summary>
    private const double CornerM = 0.001, OutlineM = 0.0002;

    public static IEnumerable<Finding> Of(FieldPlan plan, Field? field, Geometry? target, double driftMarginM)
    {
        var id = plan.Field.Id;
        if (field is null || target is null)
        {
            yield return About("check.field.unknown", id);
            yield break;
        }

        if (!plan.Field.Boundary.EqualsExact(field.Boundary, SortieMatch.WireM)) yield return About("check.field.changed", id);
        else if (!IsTarget(plan, target, driftMarginM)) yield return About("check.field.sprayable", id);
        else if (!plan.IsRefused && !PartsOf(plan)) yield return About("check.field.mainland", id);
        if (plan.IsRefused && plan.Swaths.Count > 0) yield return About("check.field.refused", id);
    }

    private static Finding About(string code, string id) => Finding.Error(code, id) with { FieldId = id };

    /// <summary>The sprayable ground lies in the target, and its outline is the target's but for a drift margin and for pieces left out as too small.</summary>
    private static bool IsTarget(FieldPlan plan, Geometry target, double driftMarginM)
    {
        var sprayable = plan.Sprayable;
        if (sprayable.IsEmpty) return plan.IsRefused || target.IsEmpty;
        if (target.IsEmpty) return false;
        if (sprayable.EqualsExact(target, SortieMatch.WireM)) return true;
        var ground = new GroundArea(target);
        if (!new GroundArea(sprayable).LiesIn(ground, ToleranceM)) return false;
        if (driftMarginM > 0 || Corners(sprayable).All(c => ground.IsNearEdge(c, ToleranceM))) return true;

        // Where a round buffer grazes an edge the two meet far along it for a hair of difference: then the areas must agree.
        var kept = Enumerable.Range(0, target.NumGeometries).Select(target.GetGeometryN).Where(part => part.Intersects(sprayable)).Sum(part => part.Area);
        return Math.Abs(kept - sprayable.Area) <= HangingM2 + (GrazedM * target.Length);
    }

    /// <summary>Headland and mainland fill the sprayable ground, and are parted along the sides of the edge passes.</summary>
    private static bool PartsOf(FieldPlan plan)
    {
        var (whole, edges) = (plan.Sprayable, plan.Swaths.Where(s => s.Kind == SwathKind.EdgePass).ToList());
        if (edges.Count == 0 && plan.Headland.IsEmpty && plan.Mainland.EqualsExact(whole, SortieMatch.WireM)) return true;
        var ground = new GroundArea(whole);
        var strips = edges.ConvertAll(s => new Strip(s.Start, s.End, s.WidthM));
        var wet = WettedGround.Of(strips, strips.Count, ground, whole);
        var outlines = strips.ConvertAll(s => new GroundArea(s.ToPolygon(whole.Factory)));
        var looseM2 = 0.01 + (OutlineM * (whole.Length + strips.Sum(s => 2 * (s.WidthM + s.Corners[0].DistanceM(s.Corners[1])))));
        return Math.Abs(plan.Headland.Area - wet.EdgeM2) <= looseM2 && Math.Abs(plan.Mainland.Area - (whole.Area - wet.EdgeM2)) <= looseM2
            && Corners(plan.Headland).Concat(Corners(plan.Mainland)).All(c => ground.IsNearEdge(c, CornerM) || outlines.Exists(o => o.IsNearEdge(c, CornerM)));
    }

    private static IEnumerable<LocalPoint> Corners(Geometry area) => area.Coordinates.Select(LocalPoint.From);
}
