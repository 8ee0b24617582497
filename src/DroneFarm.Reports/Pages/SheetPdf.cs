using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Pages;

/// <summary>Writes a sheet as A4 pages: laid out once to count pages and characters, then drawn with the fonts cut to those characters.</summary>
internal static class SheetPdf
{
    public static void Write(Stream pdf, RecordSheet sheet, RecordSource? source, ReportOptions options, SKDocumentPdfMetadata metadata)
    {
        using var faces = new Faces();
        var (rehearsed, remarked) = Rehearse(sheet, source, options, faces);
        using var subset = faces.Subset();
        using var document = SKDocument.CreatePdf(pdf, metadata);
        PagesOf(remarked, source, options, subset).Lay(_ => document.BeginPage(Paper.Width, Paper.Height), document.EndPage, rehearsed.Page);
        document.Close();
    }

    /// <summary>Lays a sheet out without drawing: how many pages, which characters, and what the typefaces lack.</summary>
    public static (Paper Paper, RecordSheet Sheet) Rehearse(RecordSheet sheet, RecordSource? source, ReportOptions options, Faces faces)
    {
        using var nothing = new SKNoDrawCanvas((int)Paper.Width + 1, (int)Paper.Height + 1);
        var paper = PagesOf(sheet, source, options, faces).Lay(_ => nothing, () => { }, pages: 0);
        if (faces.Lacking.Count == 0) return (paper, sheet);

        var words = new Words(options.Languages);
        sheet = sheet.WithRemark(words.Joined("record.remarks.characters", Faces.Substitute, string.Join(", ", faces.Lacking.Select(c => $"U+{c:X4}"))));
        return (PagesOf(sheet, source, options, faces).Lay(_ => nothing, () => { }, pages: 0), sheet);
    }

    private static RecordPages PagesOf(RecordSheet sheet, RecordSource? source, ReportOptions options, Faces faces)
    {
        var words = new Words(options.Languages);
        return new RecordPages(source, sheet, words, new Figures(words, options.UtcOffset), new TextInk(faces));
    }
}
