using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>The one place where a boundary as read becomes the fields it makes, repaired where it can be, with findings that say so.</summary>
internal static class BoundaryIntake
{
    /// <param name="numbered">Whether the id is only a feature's number, so that its parts are always counted (<c>12.0</c>).</param>
    public static IReadOnlyList<Field> Fields(
        string id, string name, string crop, bool numbered, GeoFile file, GeoFeature feature, LocalFrame frame, List<Finding> findings)
    {
        if (LocalShapes.ShortRings(feature.Shape) is > 0 and var left)
            findings.Add(Finding.Warning("file.rings-short", file.Input.Name, file.LineOf(feature), name, $"{left}") with { FieldId = id });
        var (fields, said) = FieldIntake.Repair(id, name, LocalShapes.Of(feature.Shape, frame), crop, numbered);
        findings.AddRange(said);
        return fields;
    }
}
