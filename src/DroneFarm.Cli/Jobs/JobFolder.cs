namespace DroneFarm.Cli.Jobs;

/// <summary>The files of one job, by name: everything a job leaves behind lies in one folder.</summary>
internal sealed class JobFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Plan => In("plan.json");

    public string PlanGeoJson => In("plan.geojson");

    public string PlanPicture => In("plan.png");

    public string Telemetry => In("flight.tlog");

    /// <summary>Each flight keeps the packets of those before it: flight.tlog, then flight-2.tlog and on. One that nothing was heard in is used again.</summary>
    public string NextTelemetry() => Enumerable.Range(2, int.MaxValue - 2).Select(n => In($"flight-{n}.tlog")).Prepend(Telemetry).First(path => new FileInfo(path) is not { Exists: true, Length: > 0 });

    public string Journal => In("journal.jsonl");

    public string CoveragePicture => In("coverage.png");

    public string RecordPdf => In("record.pdf");

    public string RecordHtml => In("record.html");

    public string RecordJson => In("record.json");

    public string AsApplied => In("as-applied.geojson");

    public string Seal => In("seal.json");

    /// <summary>The folder a PLAN argument names: a folder with a plan.json in it, or the file itself.</summary>
    public static JobFolder Of(string planOrFolder) =>
        Directory.Exists(planOrFolder) ? new JobFolder(planOrFolder) : new JobFolder(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(planOrFolder))!);

    public void Create() => Directory.CreateDirectory(Path);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
