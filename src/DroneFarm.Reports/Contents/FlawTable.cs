using System.Globalization;
using DroneFarm.Core.Coverage;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>The largest gaps and overlaps with their place, for whoever walks there to look.</summary>
internal static class FlawTable
{
    private const int Most = 12;

    public static IEnumerable<Block> Of(RecordSource source, Words words)
    {
        var flaws = Flaws.Of(source.Applied, source.Plan.Farm);
        if (flaws.Count == 0) yield break;
        yield return new Grid(
            words.Caption("record.flaws"),
            [
                new(words.Caption("record.flaws.kind"), 22, IsNumber: false),
                new(words.Caption("record.fields.id"), 14, IsNumber: false),
                new(words.Caption("record.flaws.area"), 14),
                new(words.Caption("record.flaws.length"), 14),
                new(words.Caption("record.flaws.place"), 36, IsNumber: false),
            ],
            [.. flaws.Take(Most).Select(f => Row.Of(
                words.Joined(Key(f.Kind)), f.FieldId, Figures.SquareMetres(f.AreaM2), Figures.Number(f.LengthM, 0),
                string.Create(CultureInfo.InvariantCulture, $"{f.At.LatitudeDeg:F6}, {f.At.LongitudeDeg:F6}")))],
            default,
            flaws.Count > Most ? words.Joined("record.flaws.more", $"{flaws.Count - Most}") : "");
    }

    private static string Key(FlawKind kind) => kind switch
    {
        FlawKind.Gap => "record.flaws.gap",
        FlawKind.Overlap => "record.flaws.overlap",
        _ => "record.flaws.off-target",
    };
}
