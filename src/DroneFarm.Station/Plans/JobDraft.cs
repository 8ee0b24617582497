using System.Text.Json;
using System.Text.Json.Nodes;
using DroneFarm.Core.Findings;
using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Plans;

/// <summary>A job whose papers are not yet written: it is planned all the same, since neither product's name nor job's moves a swath. Only a job with all of them is kept.</summary>
internal static class JobDraft
{
    private const string NotYet = "–";

    private static readonly string[] Papers = ["name", "active_ingredient", "registration_number"];

    /// <summary>What is missing comes as warnings; whatever else is wrong remains an error.</summary>
    public static JobRead Read(JsonElement job)
    {
        var strict = JobFile.Read(LibraryRoutes.StreamOf(job), "job");
        if (strict.Job is not null || JsonObject.Create(job) is not { } draft || draft["product"] is not JsonObject product) return strict;
        foreach (var paper in Papers) FillIn(product, paper);
        FillIn(draft, "name");
        FillIn(draft, "id");
        var read = JobFile.Read(LibraryRoutes.StreamOf(JsonSerializer.SerializeToElement(draft)), "job");
        return read.Job is null ? read : new JobRead(read.Job, [.. read.Findings, .. strict.Findings.Where(f => f.Severity == Severity.Error).Select(f => f with { Severity = Severity.Warning })], read.Prescription);
    }

    private static void FillIn(JsonObject of, string name)
    {
        if (of[name] is null || (of[name] is JsonValue value && value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text))) of[name] = NotYet;
    }
}
