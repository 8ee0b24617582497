using System.Text.Json;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Station.Access;
using DroneFarm.Station.Library;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.Plans;

/// <summary>Planning over HTTP: while somebody draws, and for good.</summary>
public static class PlanRoutes
{
    public static void Map(IEndpointRouteBuilder routes, JobLibrary library)
    {
        routes.MapPost("/api/plan", (PlanRequest request, CancellationToken cancel) =>
        {
            var (plan, findings, took) = PlanDesk.Timed(request, isDraft: true, cancel);
            return plan is null ? Refusal.Of(findings) : Results.Json(PlanDesk.Answer(plan, took), StationJson.Options);
        }).Needs(Role.Viewer);
        routes.MapGet("/api/jobs", () => library.JobIds().Select(id => JobCard.Of(library.Job(id)))).Needs(Role.Viewer);
        routes.MapGet("/api/jobs/{id}", (string id) => Known(library, id) is { } files ? Results.Json(JobDocument.Of(files), StationJson.Options) : Results.NotFound()).Needs(Role.Viewer);
        routes.MapGet("/api/jobs/{id}/plan", (string id) =>
            Known(library, id) is { IsPlanned: true } files && PlanFile.Read(files.Plan).Plan is { } plan ? Results.Json(PlanDesk.Answer(plan, TimeSpan.Zero), StationJson.Options) : Results.NotFound()).Needs(Role.Viewer);
        routes.MapPut("/api/jobs/{id}", (string id, PlanRequest request, CancellationToken cancel) => Keep(library, id, request, cancel)).Needs(Role.Operator);
        routes.MapPost("/api/shapes/split", (SplitRequest request) => ShapeWork.Split(request) is { } parts ? Results.Json(parts, StationJson.Options) : Refusal.Of("station.split-nothing")).Needs(Role.Operator);
        routes.MapPost("/api/shapes/merge", (MergeRequest request) => ShapeWork.Merge(request) is { } whole ? Results.Json(whole, StationJson.Options) : Refusal.Of("station.merge-apart")).Needs(Role.Operator);
    }

    public static JobFiles? Known(JobLibrary library, string id) => LibraryName.IsGood(id) && File.Exists(library.Job(id).Job) ? library.Job(id) : null;

    /// <summary>Plans, proves the plan from the outside, and keeps all of it: what is flown later is what was proved here.</summary>
    private static IResult Keep(JobLibrary library, string id, PlanRequest request, CancellationToken cancel)
    {
        if (!LibraryName.IsGood(id)) return Refusal.Of("station.bad-name", id);
        var files = library.Job(id);
        if (files.IsFlown) return Refusal.Of("station.job-was-flown", id);
        var (plan, findings, took) = PlanDesk.Timed(request, isDraft: false, cancel);
        if (plan is null) return Refusal.Of(findings);
        var check = PlanCheck.Of(plan, new CheckOptions(), cancel: cancel);
        if (!check.Passed || plan.Missions.Count == 0) return Refusal.Of(plan.AllFindings.Concat(check.AllFindings).Where(f => f.Severity == Severity.Error));
        KeptInputs.Write(files, request);
        PlanFile.Write(files.Plan, plan);
        PlanGeoJson.Write(files.PlanGeoJson, plan);
        return Results.Json(PlanDesk.Answer(plan, took, check.AllFindings.Where(f => f.Severity != Severity.Note)), StationJson.Options);
    }
}
