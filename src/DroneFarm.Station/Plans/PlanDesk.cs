using System.Diagnostics;
using System.Text.Json;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Station.Library;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Plans;

/// <summary>Plans what pages send. It keeps nothing between two requests: the page holds the farm, the library what is saved.</summary>
public static class PlanDesk
{
    /// <summary>The plan of a request, or null with what is wrong with it.</summary>
    /// <param name="isDraft">For the screen only: a job without its papers will do.</param>
    public static (Plan? Plan, IReadOnlyList<Finding> Findings) Plan(PlanRequest request, bool isDraft, CancellationToken cancel)
    {
        var farm = FarmFile.Read(LibraryRoutes.StreamOf(request.Farm), "farm");
        var sprayer = SprayerFile.Read(LibraryRoutes.StreamOf(request.Sprayer), "sprayer");
        var job = isDraft ? JobDraft.Read(request.Job) : JobFile.Read(LibraryRoutes.StreamOf(request.Job), "job");
        List<Finding> findings = [.. farm.Findings, .. sprayer.Findings, .. job.Findings];
        if (job.Prescription is { } named && request.Prescription is null)
        {
            // A page must not name files of this machine, and a job must not be planned as if it prescribed nothing.
            findings.Add(Finding.Error("file.property.no-folder", named.NamedIn, named.Line, named.Property, named.Said));
            return (null, findings);
        }

        if (DriftFileOf(request.Job) is { } file)
        {
            findings.Add(Finding.Error("file.property.no-folder", "job", "1", "product.drift_profile", file));
            return (null, findings);
        }

        if (farm.Farm is null || sprayer.Sprayer is null || job.Job is not { } asked) return (null, findings);
        if (request.Prescription is { } document)
        {
            var read = PrescriptionFile.Read(LibraryRoutes.StreamOf(document), JobFiles.PrescriptionName, farm.Farm.Frame);
            findings.AddRange(read.Findings);
            if (read.Prescription is null) return (null, findings);
            asked = asked with { Prescription = read.Prescription };
        }

        if ((request.Choices ?? new PlanWishes()).OptionsFor(farm.Farm.Frame, asked.Wind, findings) is not { } options) return (null, findings);
        var plan = Planner.Plan(farm.Farm, sprayer.Sprayer, asked, options, cancel: cancel);
        return (plan with { Findings = [.. findings, .. plan.Findings] }, plan.Findings);
    }

    /// <summary>The file that a job names as its drift profile instead of holding it.</summary>
    private static string? DriftFileOf(JsonElement job) =>
        job.ValueKind == JsonValueKind.Object && job.TryGetProperty("product", out var product) && product.ValueKind == JsonValueKind.Object
        && product.TryGetProperty("drift_profile", out var profile) && profile.ValueKind == JsonValueKind.String ? profile.GetString() : null;

    public static PlanAnswer Answer(Plan plan, TimeSpan thinking, IEnumerable<Finding>? more = null)
    {
        using var map = new MemoryStream();
        PlanGeoJson.Write(map, plan);
        return new PlanAnswer(
            FoundLine.All(plan.AllFindings.Concat(more ?? [])),
            [.. plan.Fields.Select(f => PlannedField.Of(f, plan.Job.RateLPerHa))],
            [.. plan.Sorties.Select(PlannedSortie.Of)],
            PlanTotals.Of(plan),
            new RawJson(map.ToArray()),
            BufferFeatures.Of(plan),
            thinking.TotalMilliseconds);
    }

    public static (Plan? Plan, IReadOnlyList<Finding> Findings, TimeSpan Took) Timed(PlanRequest request, bool isDraft, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var (plan, findings) = Plan(request, isDraft, cancel);
        return (plan, findings, watch.Elapsed);
    }
}
