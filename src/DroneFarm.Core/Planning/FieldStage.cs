using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Planning.Routing;
using DroneFarm.Core.Planning.Swaths;
using DroneFarm.Core.Text;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning;

/// <summary>The river inside one field: sprayable ground, headland and mainland, cells, swaths.</summary>
internal static class FieldStage
{
    /// <summary>Below this share of its ground wetted a field comes with a warning.</summary>
    private const double PoorShare = 0.9;

    public static FieldDraft Of(Field field, Surroundings around, JobTerms terms, PlanOptions options, LocalFrame frame)
    {
        if (field.Boundary.IsEmpty || !field.Boundary.IsValid) return Refused(field, field.Boundary.Factory.CreatePolygon(), frame, "plan.field.invalid");
        var sprayable = Sprayables.Of(field, around, terms.Job.DriftMarginM, terms.Prices.SwathWidthM);
        if (sprayable.IsEmpty) return Refused(field, sprayable, frame, "plan.field.no-room");

        var ground = Rings.Of(sprayable);
        var desk = new LayoutDesk(ground, ground.AreaM2(), terms.Prices);
        var turnRad = options.Direction is { } heading ? Math.PI / 2 - (heading.Degrees * Math.PI / 180) : default(double?);
        if (LayoutSearch.Best(desk, turnRad, options.EdgePass) is not { } layout)
            return Refused(field, sprayable, frame, "plan.field.too-narrow", $"{terms.Prices.NarrowestM:F1} m");

        var strips = new List<StripSwath>();
        desk.Lay(layout.Turned, layout.WidthM, layout.FirstV, layout.PitchM, layout.StripCount, layout.Edges, strips);
        if (strips.Count == 0 && layout.Edges.Passes.Count == 0)
            return Refused(field, sprayable, frame, "plan.field.too-narrow", $"{terms.Prices.NarrowestM:F1} m");
        var groups = CellGroups.Of(strips);
        var (headland, mainland) = Bands.Part(sprayable, layout, strips);
        var direction = Heading.FromDegrees(90 - (layout.Turned.TurnRad * 180 / Math.PI));
        var cells = groups.Select((g, i) => new Cell(i + 1, CellGroups.Outline(g, layout.Turned, layout.WidthM, field.Boundary.Factory), direction)).ToList();
        var stops = Stops(groups, layout);
        var plan = new FieldPlan(field, sprayable, headland, mainland, cells, [], [.. Remarks(field, desk.AreaM2, layout, frame)]);
        return new FieldDraft(plan, layout.WidthM, FieldTour.Of(stops, terms.MinTurnRadiusM), new FieldPaths(ground));
    }

    private static List<TourStop> Stops(List<List<StripSwath>> groups, Layout layout)
    {
        var turned = layout.Turned;
        var stops = groups.ConvertAll(g => new TourStop(
            g.ConvertAll(s => new Pass(turned.ToLocal(s.Span.FromU, s.AxisV), turned.ToLocal(s.Span.ToU, s.AxisV))), SwathKind.Mainland));
        stops.AddRange(layout.Edges.Passes.Select(p => new TourStop([p], SwathKind.EdgePass)));
        return stops;
    }

    private static IEnumerable<Finding> Remarks(Field field, double groundM2, Layout layout, LocalFrame frame)
    {
        var share = 1 - (layout.Score.MissedM2 / groundM2);
        if (share < PoorShare)
            yield return About(Finding.Warning("plan.field.poorly-covered", field.Name, $"{share * 100:F0} %"), field, frame);
    }

    private static FieldDraft Refused(Field field, Geometry sprayable, LocalFrame frame, string code, params string[] more)
    {
        var empty = field.Boundary.Factory.CreatePolygon();
        var finding = About(new Finding(Severity.Error, Phrase.Of(code, [field.Name, .. more])), field, frame);
        return new FieldDraft(new FieldPlan(field, sprayable, empty, empty, [], [], [finding]), 0, [], null);
    }

    internal static Finding About(Finding finding, Field field, LocalFrame frame)
    {
        var at = field.Boundary.IsEmpty ? null : field.Boundary.Coordinates[0];
        return finding with { FieldId = field.Id, At = at is null ? null : frame.ToGeo(LocalPoint.From(at)) };
    }
}
