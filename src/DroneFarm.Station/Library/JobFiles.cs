namespace DroneFarm.Station.Library;

/// <summary>The files of one job, by name: the inputs as they were planned with, the plan, and what each vehicle left of its flight.</summary>
public sealed class JobFiles(string folder)
{
    public string Folder => folder;

    public string Id => Path.GetFileName(folder);

    public string Farm => In("farm.geojson");

    public string Sprayer => In("sprayer.json");

    public string Job => In("job.json");

    public string Choices => In("choices.json");

    public string Plan => In("plan.json");

    public string PlanGeoJson => In("plan.geojson");

    public string AsApplied => In("as-applied.geojson");

    public string Record => In("record.json");

    /// <summary>The first vehicle's files have the names that the command line gives them too.</summary>
    /// <param name="vehicle">Of the job's aircraft, from 1.</param>
    public string Journal(int vehicle) => In(vehicle == 1 ? "journal.jsonl" : $"journal-{vehicle}.jsonl");

    public string Telemetry(int vehicle) => In(vehicle == 1 ? "flight.tlog" : $"flight-{vehicle}.tlog");

    public IReadOnlyList<string> Journals => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "journal*.jsonl").Order(StringComparer.Ordinal)] : [];

    public bool IsPlanned => File.Exists(Plan);

    private string In(string name) => Path.Combine(folder, name);
}
