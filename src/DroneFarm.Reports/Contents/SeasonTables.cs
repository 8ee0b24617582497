using DroneFarm.Core.Records;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>The tables of a season. Long ones say what they leave out: the whole is in the tables for machines.</summary>
internal static class SeasonTables
{
    /// <summary>A printed page holds fifty lines; nobody reads more than a few such pages.</summary>
    private const int MostRows = 200;

    public static Grid Products(Season season, Words words) => new(
        words.Caption("season.products"),
        [
            new(words.Caption("record.product"), 30, IsNumber: false), new(words.Caption("record.registration"), 16, IsNumber: false), new(words.Caption("season.tile.applications"), 11),
            new(words.Caption("record.fields.area"), 12), new(words.Caption("record.fields.area-ha"), 12), new(words.Caption("record.fields.litres"), 12), new(words.Caption("season.amount"), 14),
        ],
        [
            .. season.ByProduct.Select(p => Row.Of(
                p.Name, season.Applications.First(a => a.ProductName == p.Name).RegistrationNumber, Figures.Number(p.Totals.Applications, 0), Figures.Mu(p.Totals.SprayedM2), Figures.Ha(p.Totals.SprayedM2),
                Figures.Litres(p.Totals.Litres), Amounts(p.Totals))),
            .. season.ByProduct.Count > 1 ? [new Row(
                [words.Joined("record.total"), "", Figures.Number(season.Totals.Applications, 0), Figures.Mu(season.Totals.SprayedM2), Figures.Ha(season.Totals.SprayedM2), Figures.Litres(season.Totals.Litres), Amounts(season.Totals)],
                Tone.Total)] : Array.Empty<Row>(),
        ],
        words.Caption("season.none"));

    public static Grid Groups(Season season, Words words)
    {
        var groups = season.Applications.SelectMany(a => (a.Limits?.ResistanceGroups is { Count: > 0 } g ? g : [Figures.Unknown]).Select(group => (Group: group, Application: a)))
            .GroupBy(g => g.Group).OrderByDescending(g => g.Sum(a => a.Application.SprayedM2)).ToList();
        return new Grid(
            words.Caption("season.groups"),
            [new(words.Caption("record.group"), 20, IsNumber: false), new(words.Caption("season.groups.products"), 50, IsNumber: false), new(words.Caption("record.fields.area"), 15), new(words.Caption("season.share"), 15)],
            [.. groups.Select(g => Row.Of(
                g.Key == Figures.Unknown ? g.Key : $"HRAC {g.Key}", string.Join(", ", g.Select(a => a.Application.ProductName).Distinct().Take(6)), Figures.Mu(g.Sum(a => a.Application.SprayedM2)),
                Figures.Percent(g.Sum(a => a.Application.SprayedM2), season.Totals.SprayedM2) + " %"))],
            words.Caption("season.none"));
    }

    public static Grid By(string key, IReadOnlyList<(string Name, SprayTotals Totals)> groups, Words words) => new(
        words.Caption(key),
        Columns(key + ".name", words),
        [.. groups.Take(MostRows).Select(g => Line(g.Name, g.Totals))],
        words.Caption("season.none"));

    public static Grid Fields(Season season, Words words) => new(
        words.Caption("season.fields"),
        Columns("season.fields.name", words),
        [.. season.ByField.OrderBy(f => f.Name, StringComparer.Ordinal).Take(MostRows).Select(f => Line(f.Name, f.Totals))],
        words.Caption("season.none"),
        season.ByField.Count > MostRows ? words.Joined("season.more", $"{season.ByField.Count - MostRows}") : "");

    public static Grid Applications(Season season, Words words, Figures figures) => new(
        words.Caption("season.applications"),
        [
            new(words.Caption("season.day"), 13, IsNumber: false), new(words.Caption("season.fields.name"), 16, IsNumber: false), new(words.Caption("record.product"), 20, IsNumber: false),
            new(words.Caption("record.target"), 14, IsNumber: false), new(words.Caption("record.fields.area"), 8), new(words.Caption("record.fields.litres"), 9), new(words.Caption("record.fields.rate"), 9),
            new(words.Caption("record.operator"), 10, IsNumber: false), new(words.Caption("season.drone"), 15, IsNumber: false),
        ],
        [.. season.Applications.TakeLast(MostRows).Select(a => new Row(
            [
                figures.Moment(a.From), $"{a.FieldId} {a.FieldName}".Trim(), a.ProductName, a.Target, Figures.Mu(a.SprayedM2), Figures.Litres(a.Litres), Figures.LitresPerMu(a.Litres, a.SprayedM2), a.Operator, a.Drone,
            ],
            a.IsComplete ? Tone.Plain : Tone.Warning))],
        words.Caption("season.none"),
        string.Join(' ', new[]
        {
            season.Applications.Count > MostRows ? words.Joined("season.more-before", $"{season.Applications.Count - MostRows}") : "",
            season.Applications.Any(a => a.Reason.Length > 0) ? words.Joined("season.corrected", $"{season.Applications.Count(a => a.Reason.Length > 0)}") : "",
        }.Where(t => t.Length > 0)));

    private static IReadOnlyList<Column> Columns(string nameKey, Words words) =>
    [
        new(words.Caption(nameKey), 26, IsNumber: false), new(words.Caption("season.tile.applications"), 10), new(words.Caption("record.fields.area"), 12), new(words.Caption("record.fields.area-ha"), 12),
        new(words.Caption("record.fields.litres"), 12), new(words.Caption("record.fields.rate"), 12), new(words.Caption("record.fields.missed"), 10), new(words.Caption("record.fields.doubled"), 10),
    ];

    private static Row Line(string name, SprayTotals t) => Row.Of(
        name.Length > 0 ? name : Figures.Unknown, Figures.Number(t.Applications, 0), Figures.Mu(t.SprayedM2), Figures.Ha(t.SprayedM2), Figures.Litres(t.Litres), Figures.LitresPerMu(t.Litres, t.SprayedM2),
        Figures.SquareMetres(t.MissedM2), Figures.Percent(t.DoubledM2, t.PlannedM2));

    private static string Amounts(SprayTotals totals) => string.Join(" + ", totals.ProductAmounts.Select(a => $"{Figures.Number(a.Value, 2)} {a.Key}"));
}
