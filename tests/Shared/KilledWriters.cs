using System.Diagnostics;
using System.Globalization;
using DroneFarm.Core.Flights;
using DroneFarm.JournalVictim;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Tests.Shared;

/// <summary>Kills a program that journals three vehicles, again and again, and looks each time at what it left behind.</summary>
internal static class KilledWriters
{
    private const int KillsPerJournal = 10;

    /// <param name="Committed">Records whose <c>Append</c> had returned.</param>
    /// <param name="Lost">Of those, how many were not in the journal. 0 is what was promised.</param>
    /// <param name="Altered">Records that were not what was written.</param>
    /// <param name="Damaged">Journals whose last record was torn by the kill: cut when the next writer went on.</param>
    /// <param name="NotResumed">Kills after which the next writer could not go on.</param>
    public sealed record Result(int Kills, long Committed, long Lost, long Altered, int Damaged, int NotResumed);

    /// <param name="moments">How often to kill, each at its own seeded moment within <paramref name="longest"/> of the first record.</param>
    public static async Task<Result> RunAsync(string folder, int moments, int seed, TimeSpan longest)
    {
        var (random, result) = (new Random(seed), new Result(0, 0, 0, 0, 0, 0));
        var before = new long[VictimRecords.Vehicles + 1];
        for (var kill = 0; kill < moments; kill++)
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"j{kill / KillsPerJournal}.jsonl"));
            if (kill % KillsPerJournal == 0) before = new long[VictimRecords.Vehicles + 1];
            var committed = await KillOneAsync(path, before, longest * random.NextDouble());
            var read = JournalReader.Read(path);
            var found = Enumerable.Range(0, before.Length).Select(v => (read.Log?.Track ?? []).Where(p => p.Vehicle.SystemId == v).ToList()).ToList();
            result = new Result(
                result.Kills + 1,
                result.Committed + committed.Zip(before, (now, then) => now - then).Sum(),
                result.Lost + committed.Select((c, v) => Math.Max(0, c - found[v].Count)).Sum(),
                result.Altered + found.Sum(of => of.Where((p, i) => p != VictimRecords.Point(p.Vehicle.SystemId, i)).Count()),
                result.Damaged + (read.Findings.Count > 0 ? 1 : 0),
                result.NotResumed + (committed.Sum() > before.Sum() ? 0 : 1));
            before = [.. found.Select(f => (long)f.Count)];
        }

        return result;
    }

    private static async Task<long[]> KillOneAsync(string path, long[] before, TimeSpan after)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "DroneFarm.JournalVictim.dll"));
        start.ArgumentList.Add(path);
        start.Environment["DOTNET_TieredCompilation"] = "1";
        using var victim = Process.Start(start)!;
        var output = victim.StandardOutput.BaseStream;
        var (said, buffer) = (new MemoryStream(), new byte[65536]);
        var first = await output.ReadAsync(buffer);
        said.Write(buffer, 0, first);
        var reading = Task.Run(async () =>
        {
            for (var n = await output.ReadAsync(buffer); n > 0; n = await output.ReadAsync(buffer)) said.Write(buffer, 0, n);
        });
        await Task.Delay(after, TimeProvider.System);
        victim.Kill();
        await victim.WaitForExitAsync();
        await reading;
        var committed = before.ToArray();
        var words = said.ToArray();
        for (var i = 0; i + 5 <= words.Length; i += 5) committed[words[i]] = BitConverter.ToInt32(words, i + 1);
        return committed;
    }
}
