using System.Text.Json;
using System.Text.Json.Nodes;
using DroneFarm.Station.Library;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Plans;

/// <summary>Everything a job was planned with, to go on with it.</summary>
/// <param name="Job">Holding what it named: a page has no files. What cannot be read stays named, and is refused rather than planned without.</param>
/// <param name="Prescription">The rates that the job named.</param>
public sealed record JobDocument(string Id, RawJson Farm, RawJson Sprayer, RawJson Job, RawJson? Prescription, RawJson? Choices, bool Flown)
{
    public static JobDocument Of(JobFiles files)
    {
        var read = JobFile.Read(files.Job);
        var rates = RatesOf(files, read);
        return new JobDocument(
            files.Id, JobLibrary.Raw(files.Farm), JobLibrary.Raw(files.Sprayer), Whole(files, read, rates is not null),
            rates, File.Exists(files.Choices) ? JobLibrary.Raw(files.Choices) : null, files.IsFlown);
    }

    private static RawJson? RatesOf(JobFiles files, JobRead read)
    {
        if (read.Prescription is not { } named || FarmFile.Read(files.Farm).Farm is not { } farm) return null;
        return PrescriptionFile.Read(named, farm.Frame).Prescription is { } prescription ? PrescriptionDocument.Of(prescription) : null;
    }

    private static RawJson Whole(JobFiles files, JobRead read, bool hasRates)
    {
        var job = JsonNode.Parse(JobLibrary.Raw(files.Job).Utf8.Span)!.AsObject();
        if (hasRates) job.Remove("prescription");
        if (read.Job is not null && job["product"] is JsonObject product && product["drift_profile"] is JsonValue named)
            product["drift_profile"] = JsonNode.Parse(JobLibrary.Raw(Path.Combine(files.Folder, named.GetValue<string>())).Utf8.Span);
        return new RawJson(JsonSerializer.SerializeToUtf8Bytes(job, StationJson.Options));
    }
}
