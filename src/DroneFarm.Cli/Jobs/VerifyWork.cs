using DroneFarm.Cli.Shell;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Cli.Jobs;

/// <summary>Proves a job's record: the plan's seal, the journal's chain, each file's hash, and that the record comes out the same once more.</summary>
internal static class VerifyWork
{
    public static IReadOnlyList<Finding> Of(Plan plan, IReadOnlyList<Finding> planFindings, JobFolder folder, IRecordStore? store, Screen screen)
    {
        var findings = new List<Finding>(planFindings.Where(f => f.Severity == Severity.Error));
        var (journal, _, record) = ReportWork.Remake(plan, folder, screen);
        findings.AddRange(journal.Findings.Where(f => f.Code == "journal.cut").Select(f => f with { Severity = Severity.Error }));
        findings.AddRange(JobSeal.Check(folder.Seal, journal.LastHash));
        var bytes = RecordFile.Bytes(record);
        if (!File.Exists(folder.RecordJson) || !File.ReadAllBytes(folder.RecordJson).AsSpan().SequenceEqual(bytes)) findings.Add(Finding.Error("seal.other-record"));
        if (store is null) return findings;

        findings.AddRange(store.Verify().Findings);
        findings.Add(JobSeal.InStore(store, record.FarmName, record.Job.Id, JobSeal.HashOf(bytes)));
        return findings;
    }
}
