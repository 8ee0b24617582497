using System.Text;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records;
using DroneFarm.Reports;
using DroneFarm.Storage;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Cli.Jobs;

/// <summary>Makes coverage and record from a job's plan and journal alone, so that it can be made again at any time.</summary>
internal static class ReportWork
{
    /// <exception cref="BadInputException">The journal is missing, broken from its start, or of another plan.</exception>
    public static SprayRecord Make(Plan plan, JobFolder folder, Screen screen)
    {
        var journal = JournalReader.Read(folder.Journal);
        if (journal.Header is not { } header || journal.Log is not { } log) throw InputFiles.Wrong(journal.Findings, screen);
        if (header.PlanFingerprint != PlanFile.Fingerprint(plan)) throw new BadInputException(screen.Text("cli.report.other-plan", folder.Journal, folder.Plan));

        var applied = AsAppliedMap.Of(plan, log);
        var record = SprayRecords.Of(plan, log, applied, journal.Weather, header.Vehicle, header.Simulated);
        record = record with { Findings = [.. journal.Findings, .. record.Findings] };
        AsAppliedGeoJson.Write(folder.AsApplied, plan.Farm, applied);
        RecordFile.Write(folder.RecordJson, record);
        WholeFile.Write(folder.CoveragePicture, png => CoverageMap.Png(png, plan, applied, log, header.Simulated, ReportOptions.Bilingual));
        WholeFile.Write(folder.RecordPdf, pdf => RecordPdf.Write(pdf, record, plan, applied, log, ReportOptions.Bilingual));
        WholeFile.Write(folder.RecordHtml, html =>
        {
            using var writer = new StreamWriter(html, new UTF8Encoding(false), leaveOpen: true);
            RecordHtml.Write(writer, record, plan, applied, log, ReportOptions.Bilingual);
        });
        return record;
    }

    public static void Print(SprayRecord record, JobFolder folder, Screen screen)
    {
        screen.Out.Write(RecordTable.Of(record, screen));
        screen.Findings(record.Findings.Where(f => f.Severity != Severity.Note));
        screen.Say("cli.written", folder.Path);
        screen.Verdict(record.IsComplete, "cli.report.complete", "cli.report.incomplete");
    }
}
