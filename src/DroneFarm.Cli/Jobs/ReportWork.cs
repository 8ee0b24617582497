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
using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Cli.Jobs;

/// <summary>Makes coverage and record from a job's plan and journal alone, so that it can be made again at any time.</summary>
internal static class ReportWork
{
    /// <param name="history">What the record store says of the fields; shown to people, and no part of the record, which must come out the same at any time.</param>
    /// <exception cref="BadInputException">The journal is missing, broken from its start, or of another plan.</exception>
    public static SprayRecord Make(Plan plan, JobFolder folder, Screen screen, ReportOptions? options = null, Func<SprayRecord, IReadOnlyList<Finding>>? history = null)
    {
        var (journal, applied, record) = Remake(plan, folder, screen);
        var (log, speak) = (journal.Log!, options ?? ReportOptions.Bilingual);
        AsAppliedGeoJson.Write(folder.AsApplied, plan.Farm, applied);
        RecordFile.Write(folder.RecordJson, record);
        var shown = history is null ? record : record with { Findings = [.. record.Findings, .. history(record)] };
        WholeFile.Write(folder.CoveragePicture, png => CoverageMap.Png(png, plan, applied, log, record.Simulated, speak));
        WholeFile.Write(folder.RecordPdf, pdf => RecordPdf.Write(pdf, shown, plan, applied, log, speak));
        WholeFile.Write(folder.RecordHtml, html =>
        {
            using var writer = new StreamWriter(html, new UTF8Encoding(false), leaveOpen: true);
            RecordHtml.Write(writer, shown, plan, applied, log, speak);
        });
        JobSeal.Write(folder.Seal, journal.LastHash, new[] { folder.RecordJson, folder.AsApplied, folder.CoveragePicture, folder.RecordPdf, folder.RecordHtml }.Select(f => Path.GetFileName(f)!));
        return shown;
    }

    /// <summary>The record as plan and journal alone say it; nothing is written.</summary>
    public static (JournalRead Journal, AsApplied Applied, SprayRecord Record) Remake(Plan plan, JobFolder folder, Screen screen)
    {
        var journal = JournalReader.Read(folder.Journal);
        if (journal.Header is not { } header || journal.Log is not { } log) throw InputFiles.Wrong(journal.Findings, screen);
        if (header.PlanFingerprint != PlanFile.Fingerprint(plan)) throw new BadInputException(screen.Text("cli.report.other-plan", folder.Journal, folder.Plan));

        var applied = AsAppliedMap.Of(plan, log);
        var record = SprayRecords.Of(plan, log, applied, journal.Weather, header.Vehicle, header.Simulated);
        return (journal, applied, record with { Findings = [.. journal.Findings, .. record.Findings] });
    }

    public static void Print(SprayRecord record, JobFolder folder, Screen screen)
    {
        screen.Out.Write(RecordTable.Of(record, screen));
        screen.Findings(record.Findings.Where(f => f.Severity != Severity.Note));
        screen.Say("cli.written", folder.Path);
        screen.Verdict(record.IsComplete, "cli.report.complete", "cli.report.incomplete");
    }
}
