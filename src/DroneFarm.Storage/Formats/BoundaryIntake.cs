using System.Globalization;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>The one place where a boundary as read becomes the fields it makes, repaired where it can be, with findings that say so.</summary>
internal static class BoundaryIntake
{
    /// <summary>Which way the rows of a field run, degrees clockwise from true north.</summary>
    private const string RowDirection = "row_direction_deg";

    /// <param name="numbered">Whether the id is only a feature's number, so that its parts are always counted (<c>12.0</c>).</param>
    public static IReadOnlyList<Field> Fields(
        string id, string name, string crop, bool numbered, GeoFile file, GeoFeature feature, LocalFrame frame, List<Finding> findings)
    {
        if (LocalShapes.ShortRings(feature.Shape) is > 0 and var left)
            findings.Add(Finding.Warning("file.rings-short", file.Input.Name, file.LineOf(feature), name, $"{left}") with { FieldId = id });
        var number = feature.Index.ToString(CultureInfo.InvariantCulture);
        var (fields, said) = FieldIntake.Repair(id, name, LocalShapes.Of(feature.Shape, frame), crop, numbered, number, RowsOf(feature));
        findings.AddRange(said);
        return fields;
    }

    private static Heading? RowsOf(GeoFeature feature) =>
        double.TryParse(feature.Property(RowDirection), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? Heading.FromDegrees(degrees) : null;
}
