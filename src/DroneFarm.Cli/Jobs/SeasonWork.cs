using System.Text;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Records;
using DroneFarm.Core.Records.History;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Reports;
using DroneFarm.Storage;
using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Cli.Jobs;

/// <summary>Makes the report of a field's or a farm's season from the record store, with tables for machines.</summary>
internal static class SeasonWork
{
    public static Season Make(IRecordStore store, RecordQuery query, string period, string folder, ReportOptions options, Screen screen)
    {
        var found = store.Find(query).Select(f => f.Application).ToList();
        var farms = found.Select(a => a.FarmName).Distinct().ToList();
        if (farms.Count == 0) throw new BadInputException(screen.Text("cli.season.none", store.Name));
        if (farms.Count > 1) throw new BadInputException(screen.Text("cli.season.farms", string.Join(", ", farms)));

        var season = Season.Of(farms[0], found, options.UtcOffset);
        // What happened before the season counts as history too.
        var findings = Findings(found, store.Find(query with { From = null, To = null }).Select(f => f.Application));
        Directory.CreateDirectory(folder);
        WholeFile.Write(Path.Combine(folder, "season.pdf"), pdf => SeasonReport.Pdf(pdf, season, period, findings, options));
        WholeFile.Write(Path.Combine(folder, "season.html"), html =>
        {
            using var writer = new StreamWriter(html, new UTF8Encoding(false), leaveOpen: true);
            SeasonReport.Html(writer, season, period, findings, options);
        });
        WholeFile.Write(Path.Combine(folder, "applications.csv"), csv =>
        {
            using var writer = new StreamWriter(csv, new UTF8Encoding(true), leaveOpen: true);
            ApplicationTable.WriteCsv(writer, season.Applications);
        });
        WholeFile.Write(Path.Combine(folder, "applications.parquet"), parquet => ApplicationTable.WriteParquetAsync(parquet, season.Applications).GetAwaiter().GetResult());
        return season;
    }

    public static IReadOnlyList<Finding> Findings(IReadOnlyList<FieldApplication> applications, IEnumerable<FieldApplication> all) => HistoryFindings.Of(applications, all);
}
