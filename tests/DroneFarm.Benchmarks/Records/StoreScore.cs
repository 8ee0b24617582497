using System.Diagnostics;
using System.Text;
using DroneFarm.Core.Records.History;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Reports;
using DroneFarm.Storage.Journal;
using DroneFarm.Storage.RecordStore;
using DroneFarm.Tests.Shared;
using Npgsql;

namespace DroneFarm.Benchmarks.Records;

/// <summary>Stores at the size of a district: lines of a season, ten stations on a bad link, a year of ten thousand fields.</summary>
internal static class StoreScore
{
    private const int PointsPerField = 2000;
    private static readonly DateTimeOffset Spring = MadeUpDiary.NewYear.AddDays(120);

    /// <summary>Journals points, reads them back, indexes them, and asks for a field and a week.</summary>
    public static int Track(string folder, int points)
    {
        var (fields, path) = (points / PointsPerField, Path.Combine(folder, "j.jsonl"));
        DateTimeOffset Begin(int field) => Spring.AddDays(field % 60).AddMinutes(field % 400);
        var watch = Stopwatch.StartNew();
        using (var writer = JournalWriter.Create(path, new JournalHeader("season", "abc", "five", true, Spring), TimeProvider.System))
        {
            for (var field = 0; field < fields; field++)
            {
                foreach (var point in MadeUpDiary.Track(field, Begin(field), PointsPerField)) writer.Append(point);
            }
        }

        Lap("journalled", watch, points);
        var log = JournalReader.Read(path).Log!;
        Lap("read back, chain proven", watch, log.Track.Count);
        using var store = RecordStores.Open(Path.Combine(folder, "s.db"));
        store.AddTrack("season", log.Track);
        Lap("stored and indexed", watch, log.Track.Count);
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var field = i * 37 % fields;
            var week = Begin(field).AddDays(-3);
            var at = Stopwatch.GetTimestamp();
            var found = store.Track(MadeUpDiary.Ring(field), week, week.AddDays(7));
            times.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            if (found.Count != PointsPerField) throw new InvalidOperationException($"field {field}: {found.Count} points");
        }

        times.Sort();
        RecordsScore.Tell($"a field's week: p50 {times[100]:0.0} ms, p95 {times[190]:0.0} ms, most {times[^1]:0.0} ms; {new FileInfo(Path.Combine(folder, "s.db")).Length / 1e6:0} MB");
        return times[190] <= 50 ? 0 : 1;
    }

    /// <summary>Ten stations send to one PostGIS through links that are cut at random.</summary>
    public static async Task<int> SendAsync(string folder, int each)
    {
        const int stationCount = 10;
        var (cluster, reason) = PostgresCluster.Start();
        if (cluster is null)
        {
            RecordsScore.Tell($"skipped: {reason}");
            return 2;
        }

        using (cluster)
        {
            NpgsqlConnection.ClearAllPools();
            RecordStores.Open(cluster.ConnectionString()).Dispose();
            var watch = Stopwatch.StartNew();
            var stations = Enumerable.Range(0, stationCount).Select(i => RecordStores.Open(Path.Combine(folder, $"s{i}.db"))).ToList();
            for (var i = 0; i < stationCount; i++)
            {
                for (var n = 0; n < each; n += 10_000) stations[i].Add([.. Enumerable.Range((i * each) + n, Math.Min(10_000, each - n)).Select(k => MadeUpDiary.Application(k))], Spring);
            }

            Lap("written at the stations", watch, stationCount * each);
            using var link = new FaultyLink(cluster.Port, seed: 11, shortest: 200_000, longest: 30_000_000);
            var target = cluster.ConnectionString(port: link.Port);
            var sent = await Task.WhenAll(stations.Select(s => new RecordSender(s, () => RecordStores.Open(target)).SendAllAsync(TimeProvider.System, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1), CancellationToken.None)));
            Lap($"sent through {link.Cuts} cuts", watch, stationCount * each);
            using var farm = RecordStores.Open(cluster.ConnectionString());
            var check = farm.Verify();
            Lap("proven at the server", watch, (int)check.Entries);
            var heads = farm.Heads();
            var all = check.Entries == (long)stationCount * each && check.Passed && sent.All(s => s.Findings.Count == 0) && heads.Count == stationCount && stations.TrueForAll(s => heads.Contains(s.Heads()[0]));
            RecordsScore.Tell($"all there once: {all}");
            stations.ForEach(s => s.Dispose());
            return all ? 0 : 1;
        }
    }

    /// <summary>A year of a farm: three applications on each field, out of the store into PDF, HTML, CSV and Parquet.</summary>
    public static async Task<int> FarmAsync(string folder, int fields)
    {
        using var store = RecordStores.Open(Path.Combine(folder, "s.db"));
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < fields * 3; n += 10_000) store.Add([.. Enumerable.Range(n, Math.Min(10_000, (fields * 3) - n)).Select(i => MadeUpDiary.Application(i, fields))], Spring);
        Lap("stored", watch, fields * 3);
        var start = Stopwatch.GetTimestamp();
        var found = store.Find(new RecordQuery(Farm: "大圩农场").InYear(2026, ReportOptions.ChinaStandardTime)).Select(f => f.Application).ToList();
        Lap("found", watch, found.Count);
        var byField = found.ToLookup(a => a.FieldKey);
        var findings = found.SelectMany(a => HistoryFindings.Of(a, byField[a.FieldKey])).ToList();
        var season = Season.Of("大圩农场", found, ReportOptions.ChinaStandardTime);
        Lap("summed up, history looked through", watch, findings.Count);
        using (var pdf = File.Create(Path.Combine(folder, "s.pdf"))) SeasonReport.Pdf(pdf, season, "2026", findings, ReportOptions.Bilingual);
        Lap("PDF", watch, 1);
        using (var html = new StreamWriter(Path.Combine(folder, "s.html"), false, new UTF8Encoding(false))) SeasonReport.Html(html, season, "2026", findings, ReportOptions.Bilingual);
        Lap("HTML", watch, 1);
        using (var csv = new StreamWriter(Path.Combine(folder, "s.csv"))) ApplicationTable.WriteCsv(csv, season.Applications);
        Lap("CSV", watch, season.Applications.Count);
        using (var parquet = File.Create(Path.Combine(folder, "s.parquet"))) await ApplicationTable.WriteParquetAsync(parquet, season.Applications);
        Lap("Parquet", watch, season.Applications.Count);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        RecordsScore.Tell($"the farm report: {seconds:0.0} s");
        return seconds <= 10 ? 0 : 1;
    }

    private static void Lap(string what, Stopwatch watch, int count)
    {
        RecordsScore.Tell($"{what}: {count} in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
    }
}
