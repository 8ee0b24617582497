using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Planning.Rates;
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

    public static FieldDraft Of(Field field, Surroundings around, JobTerms terms, FieldRates? rates, PlanOptions options, LocalFrame frame)
    {
        if (field.Boundary.IsEmpty || !field.Boundary.IsValid) return Refused(field, field.Boundary.Factory.CreatePolygon(), frame, "plan.field.invalid");
        var sprayable = Sprayables.Of(field, around, terms.Job.DriftMarginM, terms.Prices.SwathWidthM);
        if (sprayable.IsEmpty) return Refused(field, sprayable, frame, "plan.field.no-room");
        var open = sprayable;
        if (rates is not null) sprayable = rates.Map.Sprayed(open, terms.Prices.SwathWidthM * terms.Prices.SwathWidthM / 2);
        if (sprayable.IsEmpty) return Unsprayed(field, sprayable, frame);

        var ground = Rings.Of(sprayable);
        var desk = new LayoutDesk(ground, ground.AreaM2(), terms.Prices);
        var given = options.AlongRows ? field.RowDirection ?? options.Direction : options.Direction;
        var turnRad = given is { } heading ? Math.PI / 2 - (heading.Degrees * Math.PI / 180) : default(double?);
        if (LayoutSearch.Best(desk, turnRad, options.EdgePass) is not { } layout)
            return Refused(field, sprayable, frame, "plan.field.too-narrow", $"{terms.Prices.NarrowestM:F1} m");

        var strips = new List<StripSwath>();
        desk.Lay(layout.Lanes, layout.WidthM, layout.FirstDepthM, layout.PitchM, layout.StripCount, layout.Edges, strips);
        if (strips.Count == 0 && layout.Edges.Passes.Count == 0)
            return Refused(field, sprayable, frame, "plan.field.too-narrow", $"{terms.Prices.NarrowestM:F1} m");
        var (headland, mainland) = Bands.Part(sprayable, layout);
        List<(List<List<StripSwath>> Runs, Lanes Lanes)> groups = [.. CellGroups.Of(strips).Select(g => (g, layout.Lanes))];
        if (layout.First is { } first) groups.AddRange(CellGroups.Of(first.Strips).Select(g => (g, first.Lanes)));
        var cells = groups.Select((g, i) => new Cell(i + 1, CellGroups.Outline(g.Runs, g.Lanes, layout.WidthM, field.Boundary.Factory), Direction(g.Runs, g.Lanes))).ToList();
        var stops = groups.ConvertAll(g => new TourStop(g.Runs.ConvertAll(r => Line.Of(r, g.Lanes)), SwathKind.Mainland));
        stops.AddRange(layout.EdgePasses.Select(c => new TourStop([new Line(c)], SwathKind.EdgePass)));
        var plan = new FieldPlan(field, sprayable, headland, mainland, cells, [], [.. Remarks(field, desk.AreaM2, layout, frame)]);
        // Ground that gets no spray may be flown over.
        var crossable = ReferenceEquals(open, sprayable) ? Crossable(field, around, sprayable, ground) : Crossable(field, around, open, Rings.Of(open));
        var heightM = SprayHeight.OfM(terms.Sprayer, terms.Job, field, layout.WidthM, around);
        return new FieldDraft(plan, layout.WidthM, FieldTour.Of(stops, terms.Sprayer.MinTurnRadiusM), new FieldPaths(crossable), layout.Score.Cost(terms.Prices), rates?.Cutter, heightM);
    }

    private static Rings Crossable(Field field, Surroundings around, Geometry sprayable, Rings ground)
    {
        var crossable = Sprayables.Crossable(field, around, sprayable);
        return ReferenceEquals(crossable, sprayable) ? ground : Rings.Of(crossable);
    }

    /// <summary>Of a cell's longest swath; the others of a bent cell turn a little from it.</summary>
    private static Heading Direction(List<List<StripSwath>> runs, Lanes lanes) =>
        Heading.FromDegrees(90 - (lanes.Sector(runs.SelectMany(r => r).MaxBy(s => s.Span.LengthM).Sector).TurnRad * 180 / Math.PI));

    private static IEnumerable<Finding> Remarks(Field field, double groundM2, Layout layout, LocalFrame frame)
    {
        var share = 1 - (layout.Score.MissedM2 / groundM2);
        if (share < PoorShare)
            yield return About(Finding.Warning("plan.field.poorly-covered", field.Name, $"{share * 100:F0} %"), field, frame);
    }

    private static FieldDraft Unsprayed(Field field, Geometry nothing, LocalFrame frame) =>
        new(new FieldPlan(field, nothing, nothing, nothing, [], [], [About(Finding.Warning("plan.field.rate-zero", field.Name), field, frame)]), 0, [], null);

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
