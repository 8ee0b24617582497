using DroneFarm.Core.Records;
using DroneFarm.Core.Records.History;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Reports;
using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Station.Reviews;

/// <summary>
/// The library's record store, records.db: whatever was flown to its end is in it before it is read, each field with an entry of its own. It is the store that
/// <c>dronefarm store</c> works on, so that corrections made there count here.
/// </summary>
public sealed class RecordShelf(JobLibrary library)
{
    private readonly Lock turn = new();

    private string Path => System.IO.Path.Combine(library.Folder, "records.db");

    /// <summary>What is in force of a farm's season, as A4 pages.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public bool Season(Stream pdf, SeasonWish wish, DateTimeOffset now)
    {
        var options = ReportOptions.Bilingual;
        lock (turn)
        {
            using var store = RecordStores.Open(Path);
            KeepFlown(store, now);
            var found = store.Find(wish.Query(options.UtcOffset)).Select(f => f.Application).Where(a => wish.Means(a.FieldName)).ToList();
            if (found.Count == 0) return false;
            // What happened before the season counts as history too.
            var past = store.Find(new RecordQuery(Farm: wish.Farm)).Select(f => f.Application);
            SeasonReport.Pdf(pdf, Core.Records.Statistics.Season.Of(wish.Farm, found, options.UtcOffset), wish.Period, HistoryFindings.Of(found, past), options);
            return true;
        }
    }

    private void KeepFlown(IRecordStore store, DateTimeOffset now)
    {
        var kept = store.Find(RecordQuery.All).Select(f => f.Application).ToLookup(a => a.JobId);
        foreach (var files in library.JobIds().Select(library.Job).Where(f => f.IsFlown))
        {
            if (FlownJob.Read(files) is not { Record: { IsComplete: true } record } job || kept[record.Job.Id].Any(a => a.From >= record.From && a.To <= record.To)) continue;
            store.Add(FieldApplications.Of(record, job.Plan, JobSeal.HashOf(RecordFile.Bytes(record))), now);
            store.AddTrack(record.Job.Id, job.Log.Track);
        }
    }
}
