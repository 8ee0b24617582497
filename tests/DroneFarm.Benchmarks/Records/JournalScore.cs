using System.Diagnostics;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Text;
using DroneFarm.JournalVictim;
using DroneFarm.Storage.Journal;
using DroneFarm.Tests.Shared;

namespace DroneFarm.Benchmarks.Records;

/// <summary>What a kill leaves of a journal, and what its flushes cost.</summary>
internal static class JournalScore
{
    public static async Task<int> KillAsync(string folder, int moments)
    {
        var watch = Stopwatch.StartNew();
        var result = await KilledWriters.RunAsync(folder, moments, seed: 20260601, TimeSpan.FromMilliseconds(60));
        RecordsScore.Tell($"{result}");
        RecordsScore.Tell($"{watch.Elapsed.TotalSeconds:0} s");
        return result is { Lost: 0, Altered: 0, NotResumed: 0 } ? 0 : 1;
    }

    public static int Flush(string folder)
    {
        using var writer = JournalWriter.Create(Path.Combine(folder, "j.jsonl"), new JournalHeader("fsync", "abc", "one", true, VictimRecords.Start), TimeProvider.System);
        RecordsScore.Tell($"a point (to the operating system): {Times(5000, i => writer.Append(VictimRecords.Point(1, i)))}");
        RecordsScore.Tell($"an event (to the disk): {Times(300, i => writer.Append(new FlightEvent(VictimRecords.Start, new VehicleId(1), i, FlightEventKind.Note, Phrase.Of("flight.armed"))))}");
        return 0;
    }

    private static string Times(int times, Action<int> work)
    {
        var spent = new double[times];
        for (var i = 0; i < times; i++)
        {
            var at = Stopwatch.GetTimestamp();
            work(i);
            spent[i] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
        }

        Array.Sort(spent);
        return FormattableString.Invariant($"p50 {spent[times / 2]:0.000} ms, p99 {spent[times * 99 / 100]:0.00} ms, most {spent[^1]:0.0} ms");
    }
}
