using DroneFarm.Core.Findings;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Pages;
using DroneFarm.Reports.Web;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports;

/// <summary>A season of one field or of a whole farm, with map, charts and totals, as A4 pages or as one HTML file.</summary>
public static class SeasonReport
{
    /// <param name="findings">What the history says: resistance groups in a row, season maximum, closed fields.</param>
    public static void Pdf(Stream pdf, Season season, string period, IReadOnlyList<Finding> findings, ReportOptions options)
    {
        var sheet = SheetOf(season, period, findings, options);
        var last = season.Totals.Last?.UtcDateTime ?? DateTime.UnixEpoch;
        SheetPdf.Write(pdf, sheet, source: null, options, new SKDocumentPdfMetadata
        {
            Title = $"{sheet.Title.Joined} · {sheet.Farm} · {sheet.Day}", Creator = "DroneFarm", Producer = "DroneFarm", Creation = last, Modified = last,
        });
    }

    public static void Html(TextWriter html, Season season, string period, IReadOnlyList<Finding> findings, ReportOptions options)
    {
        using var faces = new Faces();
        new HtmlPage(new Words(options.Languages), faces, RecordHtml.Css(), mapDataUri: "").Write(html, SheetOf(season, period, findings, options));
    }

    internal static RecordSheet SheetOf(Season season, string period, IReadOnlyList<Finding> findings, ReportOptions options)
    {
        var words = new Words(options.Languages);
        return SeasonSheet.Of(season, period, findings, words, new Figures(words, options.UtcOffset));
    }
}
