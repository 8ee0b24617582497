using System.Xml.Linq;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Records.History;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Core.Text;
using DroneFarm.Reports;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Pages;
using DroneFarm.Tests.Shared;

namespace DroneFarm.Tests.Reports.Pages;

/// <summary>The season of a field and of a farm, on paper and on a page, in both languages and in each.</summary>
public sealed class SeasonReportTests
{
    public static TheoryData<Language[], int> Cases => new() { { [Language.Chinese, Language.English], 300 }, { [Language.Chinese], 300 }, { [Language.English], 300 }, { [Language.Chinese, Language.English], 1 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_glyph_is_missing_and_nothing_is_laid_outside_the_page(Language[] languages, int fields)
    {
        using var faces = new Faces();
        var (season, findings) = Make(fields);
        var options = new ReportOptions(languages, ReportOptions.ChinaStandardTime);
        var (paper, _) = SheetPdf.Rehearse(SeasonReport.SheetOf(season, "2026", findings, options), source: null, options, faces);
        faces.Lacking.ShouldBeEmpty();
        paper.Page.ShouldBeInRange(2, 30);
        foreach (var placed in paper.Placed) placed.Box.Bottom.ShouldBeLessThanOrEqualTo(Paper.Bottom + 1, $"{placed.What} on page {placed.Page}");
    }

    [Fact]
    public void The_pdf_embeds_its_fonts_and_the_same_season_gives_the_same_bytes()
    {
        var (season, findings) = Make(40);
        byte[] Pdf()
        {
            using var stream = new MemoryStream();
            SeasonReport.Pdf(stream, season, "2026", findings, ReportOptions.Bilingual);
            return stream.ToArray();
        }

        var pdf = Pdf();
        System.Text.Encoding.Latin1.GetString(pdf).ShouldContain("/FontFile2");
        Pdf().Length.ShouldBe(pdf.Length);
    }

    [Fact]
    public void The_page_for_browsers_is_whole_and_holds_map_charts_totals_and_findings()
    {
        var (season, findings) = Make(40);
        using var html = new StringWriter();
        SeasonReport.Html(html, season, "2026", findings, ReportOptions.Bilingual);
        var page = XDocument.Parse(html.ToString()["<!DOCTYPE html>\n".Length..]);
        page.Descendants("img").Count().ShouldBe(3);
        var text = page.Root!.Value;
        text.ShouldContain("大圩农场");
        text.ShouldContain("HRAC 2");
        text.ShouldContain("抗性组 2");
    }

    [Fact]
    public void A_long_season_says_what_it_leaves_to_the_tables()
    {
        var (season, findings) = Make(300);
        var sheet = SeasonReport.SheetOf(season, "2026", findings, new ReportOptions([Language.English], ReportOptions.ChinaStandardTime));
        sheet.Blocks.OfType<DroneFarm.Reports.Contents.Grid>().Count(g => g.Note.Contains("tables for machines", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static (Season Season, IReadOnlyList<Finding> Findings) Make(int fields)
    {
        var diary = Enumerable.Range(0, fields * 3).Select(i => MadeUpDiary.Application(i, fields)).ToList();
        // A farmer who stays with one mode of action.
        if (fields > 1) diary[fields] = diary[fields] with { Limits = diary[0].Limits };
        return (Season.Of("大圩农场", diary, ReportOptions.ChinaStandardTime), [.. diary.SelectMany(a => HistoryFindings.Of(a, diary))]);
    }
}
