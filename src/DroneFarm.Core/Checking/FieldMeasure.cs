using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>Areas of each field by exact union of the strips that the missions wet.</summary>
/// <remarks>
/// Off target is all that lies further outside the target than the numbers are exact: 1 mm where a line meets its swath (plan files keep
/// tenths of a millimetre), 2 cm where only mission coordinates are known (1e-7 degrees). A tolerance of distance, unlike one of area,
/// lets no narrow band through that is long enough to matter.
/// </remarks>
internal sealed class FieldMeasure
{
    private const double SwathToleranceM = 0.001;

    /// <summary>Overlays of doubles leave slivers of this size along shared edges; a square millimetre holds no drop.</summary>
    private const double SliverM2 = 1e-6;

    /// <summary>Below this share of its sprayable area a field deserves a word.</summary>
    private const double LittleCovered = 0.9;

    private readonly STRtree<SprayedLine> lines = new();
    private readonly STRtree<(string Id, Geometry Target)> targets = new();
    private readonly ILookup<string, SprayedLine> own;
    private readonly Dictionary<string, Geometry> targetOf = [];
    private readonly Plan plan;

    public FieldMeasure(Plan plan, TargetGround ground, IReadOnlyList<SprayedLine> sprayed)
    {
        this.plan = plan;
        var planned = plan.Fields.Where(f => !f.IsRefused).Select(f => f.Field.Id).ToHashSet();
        foreach (var field in plan.Fields.Select(f => ground.Find(f.Field.Id)).OfType<Fields.Field>().DistinctBy(f => f.Id))
        {
            var target = ground.Of(field);
            targetOf.Add(field.Id, target);
            if (planned.Contains(field.Id) && !target.IsEmpty) targets.Insert(target.EnvelopeInternal, (field.Id, target));
        }

        foreach (var line in sprayed) lines.Insert(line.Strip.Envelope, line);
        lines.Build();
        targets.Build();
        own = sprayed.ToLookup(Owner);
    }

    /// <summary>The sprayable area as the check sees it; null for a field that the farm does not have.</summary>
    public Geometry? Target(string fieldId) => targetOf.GetValueOrDefault(fieldId);

    public FieldCheck Of(FieldPlan field, IReadOnlyList<Finding> findings, bool raster)
    {
        var id = field.Field.Id;
        var target = Target(id) ?? field.Field.Boundary.Factory.CreatePolygon();
        var ground = new GroundArea(target);
        var near = lines.Query(target.EnvelopeInternal);
        var isEdge = near.ToLookup(l => l.Swath is { Kind: SwathKind.EdgePass } && l.Swath.FieldId == id && EdgePassProof.Holds(l.Strip, ground), l => l.Strip);
        var wetted = WettedGround.Of([.. isEdge[true], .. isEdge[false]], isEdge[true].Count(), ground, target);
        var (offM2, offAt) = OffTarget(id, ground, target.Factory);
        List<Finding> all = [.. findings];
        if (offM2 > 0)
            all.Add(Finding.Error("check.off-target", id, Say.Fine(offM2)) with { FieldId = id, At = plan.Farm.Frame.ToGeo(offAt!.Value) });
        if (!field.IsRefused && target.Area > 0 && wetted.OnceM2 < LittleCovered * target.Area)
            all.Add(Finding.Warning("check.little-covered", id, Say.Percent(wetted.OnceM2 / target.Area)) with { FieldId = id });
        var check = new FieldCheck(
            id, field.Field.AreaM2, target.Area, Math.Max(0, target.Area - wetted.EdgeM2), wetted.OnceM2, Math.Max(0, wetted.OnceM2 - wetted.EdgeM2),
            Math.Max(0, wetted.AllM2 - wetted.OnceM2), offM2, all);
        if (!raster) return check;
        check = check with { Raster = Count(id, near, target) };
        if (RasterCheck.Of(check) is { } finding) all.Add(finding);
        return check;
    }

    private RasterCount Count(string id, IList<SprayedLine> near, Geometry target)
    {
        var mine = own[id].ToList();
        var reach = target.EnvelopeInternal.Copy();
        foreach (var line in mine) reach.ExpandToInclude(line.Strip.Envelope);
        var others = targets.Query(reach).Where(t => t.Id != id).Select(t => t.Target).ToList();
        return Raster.Of([.. near], mine, target, others, mine.Exists(l => l.Swath is null) ? SortieMatch.WireM : SwathToleranceM);
    }

    /// <summary>What the strips of a field wet outside all targets, and where.</summary>
    private (double AreaM2, LocalPoint? At) OffTarget(string fieldId, GroundArea ground, GeometryFactory factory)
    {
        var (offM2, offAt) = (0.0, (LocalPoint?)null);
        foreach (var part in own[fieldId].GroupBy(l => l.Swath is null ? SortieMatch.WireM : SwathToleranceM))
        {
            // Half the tolerance here: a corner of the margin is 1.4 times as far as its sides.
            var leaving = part.Select(l => l.AtMost).Where(s => !ground.Keeps(s, part.Key / 2)).Select(s => s.ToPolygon(factory)).ToList();
            if (leaving.Count == 0) continue;
            var off = OffTarget(Union(leaving, factory), part.Key, fieldId);
            offM2 += off.Area;
            if (!off.IsEmpty) offAt ??= LocalPoint.From(off.PointOnSurface.Coordinate);
        }

        return (offM2, offAt);
    }

    /// <summary>The field a line is sprayed for: its swath's, or else the one its middle lies nearest to.</summary>
    private string Owner(SprayedLine line)
    {
        if (line.Swath is not null && targetOf.ContainsKey(line.Swath.FieldId)) return line.Swath.FieldId;
        if (targetOf.Count == 0) return "";
        var middle = GeometryFactory.Default.CreatePoint((line.Start + ((line.End - line.Start) / 2)).ToCoordinate());
        return targetOf.MinBy(t => t.Value.IsEmpty ? double.PositiveInfinity : t.Value.EnvelopeInternal.Distance(middle.EnvelopeInternal)).Key ?? "";
    }

    private Geometry OffTarget(Geometry wet, double toleranceM, string fieldId)
    {
        var off = wet;
        // The field itself first: in a good plan nothing is left after it.
        foreach (var (_, target) in targets.Query(wet.EnvelopeInternal).OrderBy(t => t.Id == fieldId ? 0 : 1))
        {
            off = Cut(off, target, SpatialFunction.Difference);
            if (off.Area <= SliverM2) return off.Factory.CreatePolygon();
        }

        foreach (var (_, target) in targets.Query(off.EnvelopeInternal))
        {
            off = Cut(off, target.Buffer(toleranceM), SpatialFunction.Difference);
            if (off.Area <= SliverM2) return off.Factory.CreatePolygon();
        }

        return off;
    }

    private static Geometry Union(List<Polygon> strips, GeometryFactory factory) =>
        strips.Count == 0 ? factory.CreatePolygon() : OverlayNGRobust.Union(strips);

    private static Geometry Cut(Geometry a, Geometry b, SpatialFunction function) =>
        a.IsEmpty || b.IsEmpty ? (function == SpatialFunction.Difference ? a : a.Factory.CreatePolygon()) : OverlayNGRobust.Overlay(a, b, function);
}
