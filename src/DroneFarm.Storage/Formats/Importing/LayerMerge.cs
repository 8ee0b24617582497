using System.Globalization;
using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats.Importing;

/// <summary>
/// Makes one file of several layers. Where some of them say roles, as our own exports do, the polygons of the others are fields; what else is in those is left out with a word.
/// </summary>
internal static class LayerMerge
{
    public static GeoFile Of(IReadOnlyList<Layer> layers, string name, List<Finding> findings)
    {
        if (layers is [var only]) return only.File;
        var roles = layers.Any(HasRoles);
        var ids = new HashSet<string>();
        var features = new List<GeoFeature>();
        foreach (var layer in layers)
        {
            foreach (var feature in roles ? WithRoles(layer, findings) : layer.File.Features)
            {
                var numbered = feature with { Index = features.Count };
                if (roles && !ids.Add(IdOf(numbered))) numbered = Renamed(numbered, ids, findings);
                features.Add(numbered);
            }
        }

        return new GeoFile(new RowPlaces(name), name, layers.Any(l => l.File.MadeUp), features);
    }

    private static bool HasRoles(Layer layer) => layer.File.Features.Any(f => f.Property("role") is not null);

    private static IEnumerable<GeoFeature> WithRoles(Layer layer, List<Finding> findings)
    {
        if (HasRoles(layer)) return layer.File.Features;
        var others = layer.File.Features.Where(f => f.Shape.Kind != GeoShapeKind.Polygons).ToList();
        if (others.Count > 0) findings.Add(Finding.Warning("file.not-land", others[0].From.Name, others.Count.ToString(CultureInfo.InvariantCulture), others[0].Line));
        return layer.File.Features.Except(others).Select(f => f with { Properties = AsField(f) });
    }

    private static Dictionary<string, string> AsField(GeoFeature feature)
    {
        var properties = new Dictionary<string, string>(feature.Properties) { ["role"] = "field", ["crop"] = PlainFarm.CropOf(feature) };
        if (PlainFarm.NameOf(feature) is { } name) properties["name"] = name;
        return properties;
    }

    private static string IdOf(GeoFeature feature) => feature.Id ?? feature.Property("id") ?? feature.Index.ToString(CultureInfo.InvariantCulture);

    private static GeoFeature Renamed(GeoFeature feature, HashSet<string> ids, List<Finding> findings)
    {
        var id = IdOf(feature);
        var number = 2;
        while (!ids.Add($"{id}-{number}")) number++;
        findings.Add(Finding.Note("import.id-renamed", feature.From.Name, feature.Line, id, $"{id}-{number}"));
        return feature with { Id = $"{id}-{number}" };
    }
}
