using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace DroneFarm.Core.Fields;

/// <summary>Makes fields of a boundary as somebody drew it: repairs what can be repaired, and says so.</summary>
public static class FieldIntake
{
    /// <summary>Parts and pieces smaller than this are digitising scraps, no fields, m².</summary>
    public const double SliverM2 = 10;

    /// <summary>
    /// Valid polygons with the shell counter-clockwise and holes clockwise, one for each part. A boundary of several parts, or one that was
    /// several after repair, gives fields <c>id.0</c>, <c>id.1</c>, … in the order of the parts.
    /// </summary>
    /// <param name="boundary">In the farm's local frame, metres; anything at all.</param>
    /// <param name="numbered">Whether the id is only a feature's number, so that its parts are counted even when it has one.</param>
    /// <param name="feature">The feature's number in its file. Its parts are counted as drawn: a scrap that is left out has its number too.</param>
    public static (IReadOnlyList<Field> Fields, IReadOnlyList<Finding> Findings) Repair(
        string id, string name, Geometry boundary, string crop = "", bool numbered = false, string feature = "", Heading? rowDirection = null)
    {
        var findings = new List<Finding>();
        if (boundary.IsEmpty) return ([], [Finding.Error("field.empty", name) with { FieldId = id }]);
        if (!boundary.Coordinates.All(c => double.IsFinite(c.X) && double.IsFinite(c.Y))) return ([], [Finding.Error("field.not-numbers", name) with { FieldId = id }]);

        var clean = WithoutRepeats(boundary, name, findings);
        var repaired = Valid(clean, name, findings);
        var all = Parts(repaired).ToList();
        if (all.Exists(p => p is not Polygon)) findings.Add(Finding.Note("field.not-an-area", name));
        var areas = all.OfType<Polygon>().ToList();
        var drawn = areas.ToList();
        foreach (var scrap in areas.Where(p => p.Area < SliverM2)) findings.Add(Finding.Note("field.sliver", name, Say(scrap.Area), Say(SliverM2)));
        areas.RemoveAll(p => p.Area < SliverM2);
        if (areas.Count == 0) findings.Add(Finding.Error("field.empty", name));
        if (areas.Count > 1) findings.Add(Finding.Note("field.parts", name, $"{areas.Count}"));
        // Of a repaired boundary nobody can say which way round it was drawn.
        if (ReferenceEquals(repaired, clean) && areas.Exists(IsTurned)) findings.Add(Finding.Note("field.turned", name));
        var sources = areas.ConvertAll(SourceOf);
        areas = [.. areas.Select(Oriented).Select(p => WithoutSpikes(p, name, findings))];
        var several = numbered || areas.Count > 1;
        var fields = areas.Select((p, i) => new Field(several ? $"{id}.{i}" : id, name, p, crop, sources[i], rowDirection)).ToList();
        return (fields, [.. findings.Select(f => f with { FieldId = id })]);

        string SourceOf(Polygon part) => feature.Length == 0 ? "" : $"{feature}.{drawn.FindIndex(d => ReferenceEquals(d, part))}";
    }

    private static Geometry WithoutRepeats(Geometry boundary, string name, List<Finding> findings)
    {
        var repeats = 0;
        Geometry Cleaned(Geometry part)
        {
            if (part is GeometryCollection many) return many.Factory.BuildGeometry([.. many.Geometries.Select(Cleaned)]);
            if (part is not Polygon polygon || polygon.IsEmpty) return part;
            return polygon.Factory.CreatePolygon(Ring(polygon.ExteriorRing)!, [.. polygon.InteriorRings.Select(Ring).OfType<LinearRing>()]);
        }

        LinearRing? Ring(LineString ring)
        {
            if (!CoordinateArrays.HasRepeatedPoints(ring.Coordinates)) return (LinearRing)ring;
            var kept = CoordinateArrays.RemoveRepeatedPoints(ring.Coordinates);
            repeats += ring.NumPoints - kept.Length;
            return kept.Length >= 4 ? ring.Factory.CreateLinearRing(kept) : ring.Factory.CreateLinearRing();
        }

        var clean = Cleaned(boundary);
        if (repeats == 0) return boundary;
        findings.Add(Finding.Note("field.points-repeated", name, $"{repeats}"));
        return clean;
    }

    private static Geometry Valid(Geometry boundary, string name, List<Finding> findings)
    {
        if (new IsValidOp(boundary).IsValid) return boundary;
        var outside = 0;
        var repaired = GeometryFixer.Fix(WithoutHolesOutside(boundary, ref outside));
        if (outside > 0) findings.Add(Finding.Warning("field.hole-outside", name, $"{outside}"));
        findings.Add(Finding.Note("field.repaired", name, Say(boundary.Area), Say(repaired.Area)));
        return repaired;
    }

    /// <summary>A hole that lies outside its shell would come out of the repair as land, and somebody meant it to be none.</summary>
    private static Geometry WithoutHolesOutside(Geometry boundary, ref int outside)
    {
        if (boundary is GeometryCollection many)
        {
            var parts = new List<Geometry>();
            foreach (var part in many.Geometries) parts.Add(WithoutHolesOutside(part, ref outside));
            return many.Factory.BuildGeometry(parts);
        }

        if (boundary is not Polygon { NumInteriorRings: > 0 } polygon) return boundary;
        var shell = GeometryFixer.Fix(polygon.Factory.CreatePolygon((LinearRing)polygon.ExteriorRing));
        var inside = polygon.InteriorRings.Cast<LinearRing>()
            .Where(h => GeometryFixer.Fix(h.Factory.CreatePolygon(h)) is var hole && (hole.IsEmpty || hole.Relate(shell, "T********"))).ToArray();
        outside += polygon.NumInteriorRings - inside.Length;
        return polygon.Factory.CreatePolygon((LinearRing)polygon.ExteriorRing, inside);
    }

    private static Polygon WithoutSpikes(Polygon polygon, string name, List<Finding> findings)
    {
        var (without, cut) = Spikes.CutOff(polygon);
        if (cut > 0) findings.Add(Finding.Note("field.spikes", name, $"{cut}", $"{Spikes.NarrowM * 100:F0} cm"));
        return without;
    }

    private static bool IsTurned(Polygon polygon) =>
        !((LinearRing)polygon.ExteriorRing).IsCCW || polygon.InteriorRings.Cast<LinearRing>().Any(h => h.IsCCW);

    private static IEnumerable<Geometry> Parts(Geometry geometry) =>
        geometry is GeometryCollection many ? many.Geometries.SelectMany(Parts) : geometry.IsEmpty ? [] : [geometry];

    private static Polygon Oriented(Polygon polygon)
    {
        var shell = (LinearRing)polygon.ExteriorRing;
        return polygon.Factory.CreatePolygon(
            shell.IsCCW ? shell : (LinearRing)shell.Reverse(),
            [.. polygon.InteriorRings.Cast<LinearRing>().Select(h => h.IsCCW ? (LinearRing)h.Reverse() : h)]);
    }

    private static string Say(double areaM2) => areaM2 < 1000 ? $"{areaM2:F1} m²" : $"{areaM2 / 10_000:F3} ha";
}
