using DroneFarm.Core.Coverage;
using DroneFarm.Core.Records;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>Each field with its share of spray.</summary>
internal static class FieldTable
{
    public static Grid Of(SprayRecord record, Words words, Figures figures) => new(
        words.Caption("record.fields"),
        [
            new(words.Caption("record.fields.id"), 8, IsNumber: false),
            new(words.Caption("record.fields.name"), 17, IsNumber: false),
            new(words.Caption("record.fields.area"), 9),
            new(words.Caption("record.fields.area-ha"), 9),
            new(words.Caption("record.fields.sprayed"), 9),
            new(words.Caption("record.fields.doubled"), 9),
            new(words.Caption("record.fields.missed"), 9),
            new(words.Caption("record.fields.litres"), 9),
            new(words.Caption("record.fields.rate"), 12),
            new(words.Caption("record.fields.time"), 15),
        ],
        [.. record.Fields.Select(f => Line(f, figures)), .. record.Fields.Count > 1 ? new[] { Total(record.Fields, words) } : []],
        words.Caption("record.fields.none"),
        words.Joined("record.fields.note"));

    private static Row Line(AppliedField field, Figures figures) => Row.Of(
        field.FieldId,
        field.Name,
        Figures.Mu(field.AreaM2),
        Figures.Ha(field.AreaM2),
        Figures.Percent(field.PlannedM2 - field.MissedM2, field.PlannedM2),
        Figures.Percent(field.DoubledM2, field.PlannedM2),
        Figures.SquareMetres(field.MissedM2),
        Figures.Litres(field.Litres),
        Figures.LitresPerMu(field.Litres, field.SprayedM2),
        field.From is null ? Figures.Unknown : $"{figures.Clock(field.From)[..5]}–{figures.Clock(field.To)[..5]}");

    private static Row Total(IReadOnlyList<AppliedField> fields, Words words)
    {
        var plannedM2 = fields.Sum(f => f.PlannedM2);
        return new Row(
            [
                words.Caption("record.total").Main,
                words.Caption("record.total").Also,
                Figures.Mu(fields.Sum(f => f.AreaM2)),
                Figures.Ha(fields.Sum(f => f.AreaM2)),
                Figures.Percent(plannedM2 - fields.Sum(f => f.MissedM2), plannedM2),
                Figures.Percent(fields.Sum(f => f.DoubledM2), plannedM2),
                Figures.SquareMetres(fields.Sum(f => f.MissedM2)),
                Figures.Litres(fields.Sum(f => f.Litres)),
                Figures.LitresPerMu(fields.Sum(f => f.Litres), fields.Sum(f => f.SprayedM2)),
                "",
            ],
            Tone.Total);
    }
}
