using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records;
using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;
using DroneFarm.Reports.Web;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports;

/// <summary>The spray record as one HTML file with everything in it: opens without a network, prints on A4.</summary>
public static class RecordHtml
{
    public static void Write(TextWriter html, SprayRecord record, Plan plan, AsApplied applied, FlightLog log, ReportOptions options)
    {
        var words = new Words(options.Languages);
        var figures = new Figures(words, options.UtcOffset);
        var sheet = RecordSheet.Of(new RecordSource(record, plan, applied, log), words, figures);
        var map = "data:image/png;base64," + Convert.ToBase64String(MapOf(new MapSubject(plan, applied, log, record.Simulated), options));
        using var faces = new Faces();
        new HtmlPage(words, faces, Css(), map).Write(html, sheet);
    }

    internal static string Css()
    {
        using var css = new StreamReader(typeof(RecordHtml).Assembly.GetManifestResourceStream("record.css") ?? throw new InvalidOperationException("record.css is not embedded"));
        return css.ReadToEnd();
    }

    private static byte[] MapOf(MapSubject subject, ReportOptions options)
    {
        using var faces = new Faces();
        using var png = new MemoryStream();
        new MapSheet(subject, options, faces, titleKey: null).WritePng(png, MapSheet.PixelsPerUnitOnScreen);
        return png.ToArray();
    }
}
