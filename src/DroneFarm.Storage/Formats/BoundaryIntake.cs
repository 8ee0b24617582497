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

    /// <summary>What a boundary of other shape than drawn is told with. A ring turned round is the same ground.</summary>
    private static readonly string[] Repairs = ["field.repaired", "field.points-repeated", "field.spikes", "field.hole-outside", "field.sliver", "field.not-an-area"];

    /// <param name="numbered">Whether the id is only a feature's number, so that its parts are always counted (<c>12.0</c>).</param>
    public static IReadOnlyList<Field> Fields(
        string id, string name, string crop, bool numbered, GeoFeature feature, LocalFrame frame, Tally tally, List<Finding> findings)
    {
        if (LocalShapes.ShortRings(feature.Shape) is > 0 and var left)
        {
            tally.Repair(feature);
            findings.Add(Finding.Warning("file.rings-short", feature.From.Name, feature.Line, name, $"{left}") with { FieldId = id });
        }

        var number = feature.Index.ToString(CultureInfo.InvariantCulture);
        var (fields, said) = FieldIntake.Repair(id, name, LocalShapes.Of(feature.Shape, frame), crop, numbered, number, RowsOf(feature));
        findings.AddRange(said);
        if (fields.Count > 0) tally.Take(feature);
        if (said.Any(f => Repairs.Contains(f.Code))) tally.Repair(feature);
        return fields;
    }

    private static Heading? RowsOf(GeoFeature feature) =>
        double.TryParse(feature.Property(RowDirection), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees) ? Heading.FromDegrees(degrees) : null;
}
