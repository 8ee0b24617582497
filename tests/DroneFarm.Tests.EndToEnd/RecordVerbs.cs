namespace DroneFarm.Tests.EndToEnd;

/// <summary>A flown job's record as an inspector meets it: proven, kept, corrected, reported, backed up.</summary>
public sealed class RecordVerbs(DemoRun demo) : IClassFixture<DemoRun>, IDisposable
{
    private readonly string folder = Inputs.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_demo_s_record_is_proven_and_one_altered_byte_in_any_file_is_found()
    {
        var job = CopyOfJob();
        (await Dronefarm.RunAsync(folder, "report", "verify", job)).ExitCode.ShouldBe(0);
        foreach (var (file, code) in new[] { ("record.json", 1), ("record.pdf", 1), ("as-applied.geojson", 1), ("journal.jsonl", 1) })
        {
            var path = Path.Combine(job, file);
            var bytes = File.ReadAllBytes(path);
            var altered = bytes.ToArray();
            altered[altered.Length / 2] ^= 1;
            File.WriteAllBytes(path, altered);
            (await Dronefarm.RunAsync(folder, "report", "verify", job)).ExitCode.ShouldBe(code, file);
            File.WriteAllBytes(path, bytes);
        }

        (await Dronefarm.RunAsync(folder, "report", "verify", job)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_job_is_kept_once_corrected_reported_backed_up_and_restored()
    {
        var job = CopyOfJob();
        (await Dronefarm.RunAsync(folder, "store", "add", job)).ExitCode.ShouldBe(0);
        (await Dronefarm.RunAsync(folder, "store", "add", job)).ExitCode.ShouldBe(2);
        (await Dronefarm.RunAsync(folder, "report", "verify", job, "--store", "out/records.db")).ExitCode.ShouldBe(0);
        var list = await Dronefarm.RunAsync(folder, "store", "list", "--json");
        using var found = System.Text.Json.JsonDocument.Parse(list.Output);
        var hash = found.RootElement[0].GetProperty("hash").GetString()!;
        (await Dronefarm.RunAsync(folder, "store", "correct", hash[..10], "--set", "litres=1.25", "--reason", "meter", "--by", "Li Na")).ExitCode.ShouldBe(0);
        var again = await Dronefarm.RunAsync(folder, "store", "list", "--json");
        again.Output.ShouldContain("\"litres\": 1.25");
        again.Output.ShouldNotContain($"\"hash\": \"{hash}\"");
        var season = await Dronefarm.RunAsync(folder, "report", "season", "--out", "season", "--speak", "zh");
        season.ExitCode.ShouldBe(0, season.Errors);
        Directory.GetFiles(Path.Combine(folder, "season")).Select(f => Path.GetFileName(f)).ShouldBe(["season.pdf", "season.html", "applications.csv", "applications.parquet"], ignoreOrder: true);
        (await Dronefarm.RunAsync(folder, "store", "backup", "backup.db")).ExitCode.ShouldBe(0);
        (await Dronefarm.RunAsync(folder, "store", "restore", "backup.db", "--store", "other.db")).ExitCode.ShouldBe(0);
        (await Dronefarm.RunAsync(folder, "store", "verify", "--store", "other.db")).ErrorLines.ShouldHaveSingleItem().ShouldContain("every hash and chain holds");
    }

    private string CopyOfJob()
    {
        var job = Path.Combine(folder, "job");
        Directory.CreateDirectory(job);
        foreach (var file in Directory.GetFiles(demo.Job)) File.Copy(file, Path.Combine(job, Path.GetFileName(file)));
        return job;
    }
}
