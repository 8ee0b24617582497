using DroneFarm.Core.Coverage;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Reports;
using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Wording;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Reports.Pages;

/// <summary>A job that was stopped before its first take-off has a record too.</summary>
public sealed class NothingFlownTests
{
    private static readonly Sample Grounded = Of(Sample.Of(3));

    [Fact]
    public void It_makes_all_three_reports()
    {
        using MemoryStream pdf = new(), png = new();
        using var html = new StringWriter();
        RecordPdf.Write(pdf, Grounded.Record, Grounded.Plan, Grounded.Applied, Grounded.Log, ReportOptions.Bilingual);
        RecordHtml.Write(html, Grounded.Record, Grounded.Plan, Grounded.Applied, Grounded.Log, ReportOptions.Bilingual);
        CoverageMap.Png(png, Grounded.Plan, Grounded.Applied, Grounded.Log, simulated: false, ReportOptions.Bilingual);
        pdf.Length.ShouldBeGreaterThan(10_000);
        png.Length.ShouldBeGreaterThan(10_000);
        html.ToString().ShouldContain("记录不完整");
    }

    [Fact]
    public void It_says_that_the_journal_is_not_complete() => Sheet().Alert.ShouldContain("The journal is not complete");

    [Fact]
    public void Its_rates_are_unknown_rather_than_zero() =>
        Sheet().Blocks.OfType<Tiles>().Single().Items[2].Value.ShouldBe(Figures.Unknown);

    private static RecordSheet Sheet()
    {
        var words = new Words([DroneFarm.Core.Text.Language.English]);
        return RecordSheet.Of(new RecordSource(Grounded.Record, Grounded.Plan, Grounded.Applied, Grounded.Log), words, new Figures(words, ReportOptions.ChinaStandardTime));
    }

    private static Sample Of(Sample sample)
    {
        List<AppliedField> fields = [.. sample.Applied.Fields.Select(f => f with { SprayedM2 = 0, DoubledM2 = 0, MissedM2 = f.PlannedM2, Litres = 0, From = null, To = null })];
        var applied = sample.Applied with { Sprayed = Polygon.Empty, Doubled = Polygon.Empty, OffTarget = Polygon.Empty, Passes = [], Fields = fields, Litres = 0 };
        var totals = sample.Record.Totals with { SortiesFlown = 0, SprayedAreaM2 = 0, AppliedLitres = 0, FlownDistanceM = 0, FlownDuration = TimeSpan.Zero, MissedM2 = fields.Sum(f => f.PlannedM2) };
        return sample with
        {
            Applied = applied,
            Log = new FlightLog(sample.Log.JobId, [], [], Complete: false),
            Record = sample.Record with { Fields = fields, Totals = totals, Weather = [], Simulated = false, Findings = [Finding.Error("severity.error")], From = default, To = default },
        };
    }
}
