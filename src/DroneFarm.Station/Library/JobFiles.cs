namespace DroneFarm.Station.Library;

/// <summary>The files of one job, by name: the inputs as they were planned with, the plan, and what its flight left.</summary>
public sealed class JobFiles(string folder)
{
    /// <summary>As a job that was kept by a page names it.</summary>
    public const string PrescriptionName = "prescription.geojson";

    public string Folder => folder;

    public string Id => Path.GetFileName(folder);

    public string Farm => In("farm.geojson");

    public string Sprayer => In("sprayer.json");

    public string Job => In("job.json");

    public string Prescription => In(PrescriptionName);

    public string Choices => In("choices.json");

    public string Plan => In("plan.json");

    public string PlanGeoJson => In("plan.geojson");

    public string AsApplied => In("as-applied.geojson");

    public string Record => In("record.json");

    /// <summary>Of all the job's vehicles, under the name that the command line gives it too.</summary>
    public string Journal => In("journal.jsonl");

    /// <summary>Of the flight that begins now: flight.tlog, and flight-2.tlog and on for those that go on with the job.</summary>
    public string NextTelemetry() => Enumerable.Range(1, int.MaxValue - 1).Select(n => In(n == 1 ? "flight.tlog" : $"flight-{n}.tlog")).First(path => !File.Exists(path));

    /// <summary>There while the job is in the air: which vehicles fly it.</summary>
    public string Flying => In("flying.json");

    public bool IsFlown => File.Exists(Journal);

    public bool IsPlanned => File.Exists(Plan);

    private string In(string name) => Path.Combine(folder, name);
}
