using System.Globalization;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// A farm from our own GeoJSON, in which each feature says its role. Strict where leniency would hurt: a zone or an obstacle
/// that cannot be understood is an error for the whole farm, for it must never turn into land that is sprayed or flown over.
/// </summary>
internal sealed class RoleFarm(GeoFile file, LocalFrame frame, Tally tally, List<Finding> findings)
{
    private const string Roles = "field, zone, obstacle, refill";
    private const double MaxDistanceM = 1000;

    private readonly List<Field> fields = [];
    private readonly List<NoSprayZone> zones = [];
    private readonly List<Obstacle> obstacles = [];
    private readonly List<RefillPoint> refills = [];
    private readonly HashSet<string> ids = [];
    private bool broken;

    public Farm? Build()
    {
        broken = findings.Any(f => f.Severity == Severity.Error);
        foreach (var feature in file.Features) Add(feature);
        return broken ? null : new Farm(file.Name, frame, fields, zones, obstacles, refills, file.MadeUp);
    }

    private void Add(GeoFeature feature)
    {
        var id = feature.Id ?? feature.Property("id") ?? feature.Index.ToString(CultureInfo.InvariantCulture);
        var role = feature.Property("role");
        if (!ids.Add(id)) Fail("file.id-twice", feature, id);
        else if (role == "field" && Has(feature, id, GeoShapeKind.Polygons)) AddField(feature, id);
        else if (role == "zone" && Has(feature, id, GeoShapeKind.Polygons)) AddZone(feature, id);
        else if (role == "obstacle" && Has(feature, id, GeoShapeKind.Points, GeoShapeKind.Lines, GeoShapeKind.Polygons)) AddObstacle(feature, id);
        else if (role == "refill" && Has(feature, id, GeoShapeKind.Points, GeoShapeKind.Lines)) AddRefill(feature, id);
        else if (role is null) Fail("file.no-role", feature, id, Roles);
        else if (role is not ("field" or "zone" or "obstacle" or "refill")) Fail("file.unknown-role", feature, id, role, Roles);
    }

    private void AddField(GeoFeature feature, string id) => fields.AddRange(BoundaryIntake.Fields(
        id, feature.Property("name") ?? id, feature.Property("crop") ?? "", numbered: false, feature, frame, tally, findings));

    private void AddZone(GeoFeature feature, string id)
    {
        var kind = FieldWords.Zone(feature.Property("kind") ?? "other");
        if (kind is null) Fail("file.unknown-kind", feature, id, feature.Property("kind")!, string.Join(", ", FieldWords.Zones));
        if (Number(feature, id, "buffer_m", 0) is not { } bufferM || kind is null) return;
        if (IsShort(feature, id)) return;
        var shape = GeometryFixer.Fix(LocalShapes.Of(feature.Shape, frame), isKeepMulti: true);
        var parts = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>().Where(p => !p.IsEmpty).ToList();
        if (parts.Count == 0) Fail("file.no-area", feature, id);
        else tally.Take(feature);
        zones.AddRange(parts.Select((p, i) => new NoSprayZone(parts.Count == 1 ? id : $"{id}.{i}", feature.Property("name") ?? id, kind.Value, p, bufferM)));
    }

    private void AddObstacle(GeoFeature feature, string id)
    {
        var kind = FieldWords.Obstacle(feature.Property("kind") ?? "other");
        if (kind is null) Fail("file.unknown-kind", feature, id, feature.Property("kind")!, string.Join(", ", FieldWords.Obstacles));
        var heightM = Number(feature, id, "height_m", 0);
        var clearanceM = Number(feature, id, "clearance_m", 0.5);
        var verticalM = feature.Property("vertical_clearance_m") is null ? null : Number(feature, id, "vertical_clearance_m", 0.5);
        var sprayOver = Choice(feature, id, "spray_over");
        if (kind is null || heightM is null || clearanceM is null || IsShort(feature, id)) return;
        var drawn = LocalShapes.Of(feature.Shape, frame);
        var shape = drawn.Dimension == Dimension.Surface ? GeometryFixer.Fix(drawn, isKeepMulti: true) : drawn;
        if (shape.IsEmpty) Fail("file.no-area", feature, id);
        else
        {
            tally.Take(feature);
            obstacles.Add(new Obstacle(id, kind.Value, shape, heightM.Value, clearanceM.Value, verticalM, sprayOver));
        }
    }

    private void AddRefill(GeoFeature feature, string id)
    {
        var line = feature.Shape.Parts.Count == 1 ? feature.Shape.Parts[0][0].Distinct().ToList() : [];
        var isRoad = feature.Shape.Kind == GeoShapeKind.Lines;
        var driveMps = isRoad && feature.Property("drive_mps") is not null ? Number(feature, id, "drive_mps", 0.1) : RefillPoint.UsualDriveMps;
        if (line.Count < (isRoad ? 2 : 1))
        {
            Fail(isRoad ? "file.one-line" : "file.one-point", feature, id);
            return;
        }

        tally.Take(feature);
        refills.Add(new RefillPoint(id, feature.Property("name") ?? id, frame.ToLocal(line[0]), isRoad ? [.. line.Select(frame.ToLocal)] : null, driveMps ?? 0));
    }

    private bool Has(GeoFeature feature, string id, params GeoShapeKind[] kinds)
    {
        if (kinds.Contains(feature.Shape.Kind)) return true;
        if (!broken || feature.Shape.Kind != GeoShapeKind.None) Fail("file.wrong-geometry", feature, id, feature.Property("role")!);
        return false;
    }

    private double? Number(GeoFeature feature, string id, string property, double minimum)
    {
        var text = feature.Property(property);
        if (text is null) Fail("file.feature-lacks", feature, id, property);
        else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) Fail("file.feature-no-number", feature, id, property, text);
        else if (value < minimum || value > MaxDistanceM) Fail("file.feature-range", feature, id, property, text, Text(minimum), Text(MaxDistanceM));
        else return value;
        return null;
    }

    private bool Choice(GeoFeature feature, string id, string property)
    {
        var text = feature.Property(property);
        if (text is not (null or "true" or "false")) Fail("file.feature-no-bool", feature, id, property, text);
        return text == "true";
    }

    /// <summary>A part that is too short to be drawn would be lost, and what it stood for with it.</summary>
    private bool IsShort(GeoFeature feature, string id)
    {
        if (LocalShapes.ShortRings(feature.Shape) == 0) return false;
        Fail("file.ring-short", feature, id);
        return true;
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private void Fail(string code, GeoFeature feature, params string[] args)
    {
        broken = true;
        findings.Add(Finding.Error(code, [feature.From.Name, feature.Line, .. args]));
    }
}
