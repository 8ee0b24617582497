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
        var source = new RecordSource(record, plan, applied, log);
        var sheet = SheetOf(source, options);
        SheetPdf.Write(pdf, sheet, source, options, new SKDocumentPdfMetadata
        {
            Title = $"{sheet.Title.Joined} · {sheet.Farm} · {sheet.Day}",
            Author = record.Job.Operator,
            Subject = record.Job.Name,
            Creator = "DroneFarm",
            Producer = "DroneFarm",
            Creation = record.To.UtcDateTime,
            Modified = record.To.UtcDateTime,
        });
    }

    internal static (Paper Paper, RecordSheet Sheet) Rehearse(RecordSource source, ReportOptions options, Faces faces) => SheetPdf.Rehearse(SheetOf(source, options), source, options, faces);

    private static RecordSheet SheetOf(RecordSource source, ReportOptions options)
    {
        var words = new Words(options.Languages);
        return RecordSheet.Of(source, words, new Figures(words, options.UtcOffset));
    }
}
