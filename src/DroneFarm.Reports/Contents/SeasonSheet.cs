using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Records;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Reports.Charts;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>A season as titles, figures, map, charts and tables.</summary>
internal static class SeasonSheet
{
    private const int MostBars = 8;

    public static RecordSheet Of(Season season, string period, IReadOnlyList<Finding> findings, Words words, Figures figures)
    {
        var all = season.Applications;
        var oneField = season.Totals.Fields == 1;
        var name = oneField ? $"{season.FarmName} · {all[0].FieldId} {all[0].FieldName}".Trim() : season.FarmName;
        var incomplete = all.Count(a => !a.IsComplete);
        return new RecordSheet(
            words.Caption(oneField ? "season.title.field" : "season.title.farm"),
            name,
            period,
            words.Caption(incomplete == 0 ? "season.status.complete" : "season.status.incomplete", $"{incomplete}"),
            incomplete == 0,
            Marks.Of(words, all.Any(a => a.MadeUp), all.Any(a => a.Simulated)),
            all.Any(a => a.Simulated) ? words.Joined("season.simulated") : "",
            [
                TilesOf(season, words),
                .. all.Count > 0
                    ? new Block[]
                    {
                        new PictureBlock(words.Caption("season.map"), new SeasonMap(all, words)),
                        new PictureBlock(words.Caption("season.by-month"), new BarChart([.. season.ByMonth.Select(m => new Bar(m.Name, Mu.FromSquareMetres(m.Totals.SprayedM2), Palette.Accent))], "", words.Joined("season.axis.mu"))),
                    }
                    : [],
                .. season.ByProduct.Count > 1
                    ? [new PictureBlock(words.Caption("season.by-product"), new BarChart([.. season.ByProduct.Take(MostBars).Select((p, i) => new Bar(p.Name, Mu.FromSquareMetres(p.Totals.SprayedM2), Palette.Sortie(i + 1)))], "", words.Joined("season.axis.mu")))]
                    : Array.Empty<Block>(),
                SeasonTables.Products(season, words),
                SeasonTables.Groups(season, words),
                SeasonTables.By("season.operators", season.ByOperator, words),
                SeasonTables.By("season.drones", season.ByDrone, words),
                FindingsOf(findings, words),
                .. oneField ? Array.Empty<Block>() : [SeasonTables.Fields(season, words)],
                SeasonTables.Applications(season, words, figures),
                new Remarks(words.Caption("record.remarks"), [words.Joined("season.remark")]),
                new Signatures(words.Caption("record.sign"), [words.Caption("record.sign.farmer"), words.Caption("record.sign.inspector")], words.Caption("record.sign.date")),
            ],
            $"{name} · {period}");
    }

    private static Tiles TilesOf(Season season, Words words)
    {
        var t = season.Totals;
        var landM2 = season.Applications.GroupBy(a => a.FieldKey).Sum(f => f.Max(a => a.AreaM2));
        return new Tiles(
        [
            new(words.Caption("season.tile.applications"), Figures.Number(t.Applications, 0), "", $"{words.Joined("season.tile.fields")} {Figures.Number(t.Fields, 0)}"),
            new(words.Caption("season.tile.area"), Figures.Mu(t.SprayedM2), words.Unit("unit.mu"), $"{words.Joined("season.tile.land")} {Figures.Mu(landM2)}"),
            new(words.Caption("record.tile.volume"), Figures.Litres(t.Litres), words.Unit("unit.litre"), string.Join(" + ", t.ProductAmounts.Select(p => $"{Figures.Number(p.Value, 1)} {p.Key}")) + " " + words.Joined("season.tile.product")),
            new(words.Caption("record.tile.rate"), Figures.LitresPerMu(t.Litres, t.SprayedM2), words.Unit("unit.litre-per-mu"), $"{Figures.Number(t.RateLPerHa, 1)} L/ha"),
        ]);
    }

    private static Grid FindingsOf(IReadOnlyList<Finding> findings, Words words)
    {
        const int most = 40;
        return new Grid(
            words.Caption("season.findings"),
            [new(words.Caption("record.findings.severity"), 14, IsNumber: false), new(words.Caption("record.findings.field"), 16, IsNumber: false), new(words.Caption("record.findings.text"), 70, IsNumber: false)],
            [.. findings.OrderByDescending(f => f.Severity).Take(most).Select(f => new Row([words.Severity(f.Severity).Joined, f.FieldId ?? "", words.Lines(f.Text)], f.Severity == Severity.Note ? Tone.Plain : Tone.Warning))],
            words.Caption("season.findings.none"),
            findings.Count > most ? words.Joined("season.more", $"{findings.Count - most}") : "");
    }
}
