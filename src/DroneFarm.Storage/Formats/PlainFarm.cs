using System.Globalization;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>A farm from somebody else's GeoJSON: every polygon is a field, and the names of properties vary.</summary>
internal static class PlainFarm
{
    private static readonly string[] IdNames = ["id", "field_id", "fieldid", "地块编号"];
    private static readonly string[] NameNames = ["name", "name_zh", "field_name", "naam", "nom", "地块名称", "名称"];
    private static readonly string[] CropNames = ["crop", "crop_name", "crop:name", "作物", "gewas", "land_type_en", "lblhfdtlt", "landuse"];

    public static Farm Build(GeoFile file, LocalFrame frame, Tally tally, List<Finding> findings)
    {
        var land = file.Features.Where(f => f.Shape.Kind == GeoShapeKind.Polygons).ToList();
        SayWhatIsSkipped(file, findings);
        var ids = IdsOf(file, land, findings);
        var fields = new List<Field>();
        foreach (var feature in land)
        {
            var number = feature.Index.ToString(CultureInfo.InvariantCulture);
            var id = ids?[feature] ?? number;
            var name = NameOf(feature) ?? id;
            fields.AddRange(BoundaryIntake.Fields(id, name, CropOf(feature), numbered: ids is null, feature, frame, tally, findings));
        }

        return new Farm(file.Name, frame, fields, [], [], [], file.MadeUp);
    }

    public static string? NameOf(GeoFeature feature) => feature.Property(NameNames);

    /// <summary>Japan's field polygons say "field" and OpenStreetMap "farmland" of everything that is tilled: that is no crop.</summary>
    public static string CropOf(GeoFeature feature) => feature.Property(CropNames) is { } crop and not ("field" or "farmland") ? crop : "";

    /// <summary>The ids that the file brings, when each of its polygons has one and no two have the same; null when they are to be numbered.</summary>
    private static Dictionary<GeoFeature, string>? IdsOf(GeoFile file, List<GeoFeature> land, List<Finding> findings)
    {
        var ids = new Dictionary<GeoFeature, string>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<string>();
        foreach (var feature in land)
        {
            if ((feature.Id ?? feature.Property(IdNames)) is not { } id) return null;
            if (!seen.Add(id))
            {
                findings.Add(Finding.Note("file.ids-repeat", feature.From.Name, feature.Line, id));
                return null;
            }

            ids.Add(feature, id);
        }

        return ids;
    }

    private static void SayWhatIsSkipped(GeoFile file, List<Finding> findings)
    {
        var bad = findings.Select(f => f.FieldId).OfType<string>().ToHashSet();
        var empty = file.Features.Where(f => f.Shape.Kind == GeoShapeKind.None && !bad.Contains(f.Index.ToString(CultureInfo.InvariantCulture))).ToList();
        var noLand = file.Features.Where(f => f.Shape.Kind is GeoShapeKind.Points or GeoShapeKind.Lines).ToList();
        Say("file.no-geometry", empty);
        Say("file.not-land", noLand);

        void Say(string code, List<GeoFeature> skipped)
        {
            if (skipped.Count == 0) return;
            findings.Add(Finding.Warning(code, skipped[0].From.Name, skipped.Count.ToString(CultureInfo.InvariantCulture), skipped[0].Line));
        }
    }
}
