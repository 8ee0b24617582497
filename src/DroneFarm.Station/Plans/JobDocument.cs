using System.Text.Json.Nodes;
using DroneFarm.Station.Library;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Plans;

/// <summary>Everything a job was planned with, to go on with it.</summary>
/// <param name="Job">Still naming its prescription when that file cannot be read: it is then refused, never planned without.</param>
/// <param name="Prescription">The rates that the job named, which it then names no more: a page holds no files.</param>
public sealed record JobDocument(string Id, RawJson Farm, RawJson Sprayer, RawJson Job, RawJson? Prescription, RawJson? Choices, bool Flown)
{
    public static JobDocument Of(JobFiles files)
    {
        var rates = RatesOf(files);
        return new JobDocument(
            files.Id, JobLibrary.Raw(files.Farm), JobLibrary.Raw(files.Sprayer), rates is null ? JobLibrary.Raw(files.Job) : WithoutName(JobLibrary.Raw(files.Job)),
            rates, File.Exists(files.Choices) ? JobLibrary.Raw(files.Choices) : null, files.IsFlown);
    }

    private static RawJson? RatesOf(JobFiles files)
    {
        if (JobFile.Read(files.Job).Prescription is not { } named || FarmFile.Read(files.Farm).Farm is not { } farm) return null;
        return PrescriptionFile.Read(named, farm.Frame).Prescription is { } prescription ? PrescriptionDocument.Of(prescription) : null;
    }

    private static RawJson WithoutName(RawJson job)
    {
        var named = JsonNode.Parse(job.Utf8.Span)!.AsObject();
        named.Remove("prescription");
        return new RawJson(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(named, StationJson.Options));
    }
}
