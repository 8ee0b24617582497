using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records;
using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Pages;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports;

/// <summary>The spray record as A4 pages with the coverage map, fonts embedded, text that can be searched.</summary>
public static class RecordPdf
{
    /// <param name="pdf">Written to from where it stands; stays open. Need not be seekable.</param>
    public static void Write(Stream pdf, SprayRecord record, Plan plan, AsApplied applied, FlightLog log, ReportOptions options)
    {
        using var faces = new Faces();
        var (rehearsed, sheet) = Rehearse(new RecordSource(record, plan, applied, log), options, faces);
        using var subset = faces.Subset();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = $"{sheet.Title.Joined} · {sheet.Farm} · {sheet.Day}",
            Author = record.Job.Operator,
            Subject = record.Job.Name,
            Creator = "DroneFarm",
            Producer = "DroneFarm",
            Creation = record.To.UtcDateTime,
            Modified = record.To.UtcDateTime,
        };
        using var document = SKDocument.CreatePdf(pdf, metadata);
        Pages(new RecordSource(record, plan, applied, log), sheet, options, subset)
            .Lay(_ => document.BeginPage(Paper.Width, Paper.Height), document.EndPage, rehearsed.Page);
        document.Close();
    }

    /// <summary>Lays the record out without drawing: how many pages, which characters, and what the typefaces lack.</summary>
    internal static (Paper Paper, RecordSheet Sheet) Rehearse(RecordSource source, ReportOptions options, Faces faces)
    {
        using var nothing = new SKNoDrawCanvas((int)Paper.Width + 1, (int)Paper.Height + 1);
        var words = new Words(options.Languages);
        var sheet = RecordSheet.Of(source, words, new Figures(words, options.UtcOffset));
        var paper = Pages(source, sheet, options, faces).Lay(_ => nothing, () => { }, pages: 0);
        if (faces.Lacking.Count == 0) return (paper, sheet);

        sheet = sheet.WithRemark(words.Joined("record.remarks.characters", Faces.Substitute, string.Join(", ", faces.Lacking.Select(c => $"U+{c:X4}"))));
        return (Pages(source, sheet, options, faces).Lay(_ => nothing, () => { }, pages: 0), sheet);
    }

    private static RecordPages Pages(RecordSource source, RecordSheet sheet, ReportOptions options, Faces faces)
    {
        var words = new Words(options.Languages);
        return new RecordPages(source, sheet, words, new Figures(words, options.UtcOffset), new TextInk(faces));
    }
}
