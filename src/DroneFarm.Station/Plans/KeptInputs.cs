using System.Text.Json;
using System.Text.Json.Nodes;
using DroneFarm.Station.Library;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Plans;

/// <summary>What a plan was made from, as files in its job's folder: the command line makes the same plan of them.</summary>
internal static class KeptInputs
{
    private const string Prescription = "prescription";

    public static void Write(JobFiles files, PlanRequest request)
    {
        Directory.CreateDirectory(files.Folder);
        JobLibrary.Write(files.Farm, request.Farm);
        JobLibrary.Write(files.Sprayer, request.Sprayer);
        if (request.Prescription is { } rates) JobLibrary.Write(files.Prescription, rates);
        else File.Delete(files.Prescription); // of an earlier plan under this name
        JobLibrary.Write(files.Job, JobNaming(request));
        JobLibrary.Write(files.Choices, JsonSerializer.SerializeToElement(request.Choices ?? new PlanWishes(), StationJson.Options));
    }

    private static JsonElement JobNaming(PlanRequest request)
    {
        var job = JsonObject.Create(request.Job)!;
        if (request.Prescription is null) job.Remove(Prescription);
        else job[Prescription] = JobFiles.PrescriptionName;
        return JsonSerializer.SerializeToElement(job);
    }
}
