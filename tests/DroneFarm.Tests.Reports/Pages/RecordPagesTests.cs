using System.Text;
using System.Text.RegularExpressions;
using DroneFarm.Core.Text;
using DroneFarm.Reports;
using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Pages;

namespace DroneFarm.Tests.Reports.Pages;

public sealed partial class RecordPagesTests
{
    public static TheoryData<int, Language[]> Cases => new()
    {
        { 1, [Language.Chinese, Language.English] },
        { 20, [Language.Chinese, Language.English] },
        { 20, [Language.English] },
        { 60, [Language.Chinese] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_row_is_split_and_none_runs_into_another(int fields, Language[] languages)
    {
        var paper = Laid(Sample.Of(fields), languages);
        paper.Placed.ShouldAllBe(p => p.Box.Bottom <= Paper.Bottom + 0.01f && p.Box.Top >= Paper.FirstTop);
        foreach (var page in paper.Placed.GroupBy(p => p.Page))
        {
            var boxes = page.Select(p => p.Box).ToList();
            boxes.Zip(boxes.Skip(1)).ShouldAllBe(pair => pair.First.Bottom <= pair.Second.Top + 0.01f);
        }
    }

    [Fact]
    public void A_table_that_goes_on_has_its_head_again_on_each_page()
    {
        var paper = Laid(Sample.Of(150), [Language.Chinese]);
        foreach (var page in paper.Placed.GroupBy(p => p.Page).Where(p => p.Any(b => b.What == "row")))
        {
            page.First(p => p.What is not ("map" or "picture")).What.ShouldBe("head");
        }

        paper.Placed.Count(p => p.What == "row").ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Twenty_fields_with_their_dose_chart_and_flaws_take_at_most_five_pages() => Laid(Sample.Of(20), [Language.Chinese, Language.English]).Page.ShouldBeInRange(3, 5);

    [Fact]
    public void The_PDF_has_the_pages_that_were_laid_out_and_is_small()
    {
        var sample = Sample.Of(60);
        var pdf = PdfOf(sample);
        var text = Encoding.Latin1.GetString(pdf);
        text.ShouldStartWith("%PDF-1.");
        text.TrimEnd().ShouldEndWith("%%EOF");
        PageObjects().Count(text).ShouldBe(Laid(sample, ReportOptions.Bilingual.Languages).Page);
        pdf.Length.ShouldBeLessThan(1_500_000);
    }

    [Fact]
    public void The_PDF_embeds_both_fonts_as_fonts_that_can_be_searched()
    {
        var text = Encoding.Latin1.GetString(PdfOf(Sample.Of(2)));
        text.ShouldContain("+DroneFarmSansSC-Regular");
        text.ShouldContain("+DroneFarmSansSC-Bold");
        text.ShouldContain("/FontFile2");
        text.ShouldContain("/ToUnicode");
        text.ShouldNotContain("/Type3");
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes()
    {
        var sample = Sample.Of(3);
        PdfOf(sample).ShouldBe(PdfOf(sample));
    }

    [Fact]
    public void A_name_with_a_character_that_the_fonts_lack_is_named_in_the_remarks()
    {
        using var faces = new Faces();
        var sample = Sample.Of(2, nameOf: i => $"𠮷田 {i}");
        var source = new RecordSource(sample.Record, sample.Plan, sample.Applied, sample.Log);
        var (_, sheet) = RecordPdf.Rehearse(source, ReportOptions.Bilingual, faces);
        sheet.Blocks.OfType<Remarks>().Single().Lines[^1].ShouldContain("U+20BB7");
    }

    private static Paper Laid(Sample sample, IReadOnlyList<Language> languages)
    {
        using var faces = new Faces();
        var source = new RecordSource(sample.Record, sample.Plan, sample.Applied, sample.Log);
        return RecordPdf.Rehearse(source, new ReportOptions(languages, ReportOptions.ChinaStandardTime), faces).Paper;
    }

    private static byte[] PdfOf(Sample sample)
    {
        using var pdf = new MemoryStream();
        RecordPdf.Write(pdf, sample.Record, sample.Plan, sample.Applied, sample.Log, ReportOptions.Bilingual);
        return pdf.ToArray();
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObjects();
}
