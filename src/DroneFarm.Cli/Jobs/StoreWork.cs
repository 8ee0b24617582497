using DroneFarm.Cli.Shell;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Records;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.RecordStore;
using Spectre.Console;

namespace DroneFarm.Cli.Jobs;

/// <summary>What is done with a record store.</summary>
internal static class StoreWork
{
    /// <summary>What of a job is to be kept: read before a store is opened, so that none is made for a job that cannot be.</summary>
    /// <exception cref="BadInputException">Plan or journal cannot be used.</exception>
    public static FlownJob Read(string named, Screen screen)
    {
        var plan = PlanWork.Read(named, screen);
        var (journal, _, record) = ReportWork.Remake(plan, JobFolder.Of(named), screen);
        return new FlownJob(record, FieldApplications.Of(record, plan, JobSeal.HashOf(RecordFile.Bytes(record))), journal.Log!.Track);
    }

    /// <summary>Keeps a job's record, an entry for each field, and its flown line; a job that is there already is left as it is.</summary>
    /// <returns>The new entries, and what the history says of them.</returns>
    public static (IReadOnlyList<StoredEntry> Entries, IReadOnlyList<Finding> Findings) Add(IRecordStore store, FlownJob job, DateTimeOffset now, Screen screen)
    {
        var (record, applications, track) = job;
        var before = store.Find(new RecordQuery(Farm: record.FarmName)).Select(f => f.Application).ToList();
        if (before.Exists(a => a.JobId == record.Job.Id && a.From >= record.From && a.To <= record.To)) throw new BadInputException(screen.Text("cli.store.twice", record.Job.Id, store.Name));
        var entries = store.Add(applications, now);
        store.AddTrack(record.Job.Id, track);
        return (entries, SeasonWork.Findings(applications, before));
    }

    /// <summary>A job as a store keeps it.</summary>
    public sealed record FlownJob(SprayRecord Record, IReadOnlyList<FieldApplication> Applications, IReadOnlyList<TrackPoint> Track);

    public static Table Listed(IReadOnlyList<(string Hash, FieldApplication Application)> found, Screen screen)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in new[] { "hash", "day", "farm", "field", "product", "operator" }) table.AddColumn(screen.Text($"cli.store.column.{column}"));
        foreach (var column in new[] { "area", "litres" }) table.AddColumn(new TableColumn(screen.Text($"cli.store.column.{column}")).RightAligned());
        foreach (var (hash, a) in found)
        {
            table.AddRow(new[]
            {
                hash[..12], a.From.ToOffset(Reports.ReportOptions.ChinaStandardTime).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), a.FarmName, $"{a.FieldId} {a.FieldName}".Trim(),
                a.ProductName, a.Operator, PlanTables.Area(a.SprayedM2, screen), $"{a.Litres:F1}",
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }
}
