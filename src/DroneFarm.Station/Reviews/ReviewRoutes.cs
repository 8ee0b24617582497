using DroneFarm.Core.Findings;
using DroneFarm.Reports;
using DroneFarm.Station.Access;
using DroneFarm.Station.Library;
using DroneFarm.Station.Plans;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Isoxml;
using DroneFarm.Storage.Formats.Maps;
using DroneFarm.Storage.RecordStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.Reviews;

/// <summary>Flown jobs over HTTP: to list, to look at, to take along.</summary>
public static class ReviewRoutes
{
    public static void Map(IEndpointRouteBuilder routes, JobLibrary library, RecordShelf shelf)
    {
        routes.MapGet("/api/records", () => library.JobIds().Select(id => (id, library.Job(id))).Where(j => j.Item2.IsFlown)
            .Select(j => FlownJob.Read(j.Item2) is { } job ? ReviewCard.Of(j.id, job.Record) : null).OfType<ReviewCard>()).Needs(Role.Viewer);
        routes.MapGet("/api/season.pdf", (string farm, string? field, int? year, string? product, string? @operator) => Season(shelf, new SeasonWish(farm, field, year, product, @operator))).Needs(Role.Viewer);
        routes.MapGet("/api/records/{id}", (string id) => With(library, id, (files, job) =>
        {
            AsAppliedGeoJson.Write(files.AsApplied, job.Plan.Farm, job.Applied);
            return Results.Json(ReviewDetail.Of(id, job, File.ReadAllBytes(files.AsApplied)), StationJson.Options);
        })).Needs(Role.Viewer);
        routes.MapGet("/api/records/{id}/download/{kind}", (string id, string kind) => With(library, id, (files, job) => Download(id, kind, files, job))).Needs(Role.Viewer);
    }

    private static IResult Download(string id, string kind, JobFiles files, FlownJob job)
    {
        switch (kind)
        {
            case "pdf": return File(s => RecordPdf.Write(s, job.Record, job.Plan, job.Applied, job.Log, ReportOptions.Bilingual), "application/pdf");
            case "png": return File(s => CoverageMap.Png(s, job.Plan, job.Applied, job.Log, job.Record.Simulated, ReportOptions.Bilingual), "image/png");
            case "html": return File(s =>
            {
                using var writer = new StreamWriter(s, leaveOpen: true);
                RecordHtml.Write(writer, job.Record, job.Plan, job.Applied, job.Log, ReportOptions.Bilingual);
            }, "text/html");
            case "csv": return File(s => TrackCsv.Write(s, job.Log), "text/csv");
            case "shp": return File(s => MapFile.Write(s, MapSheet.Of(job.Plan.Farm, job.Applied), MapFormat.Shapefile), "application/zip", "shp.zip");
            case "isoxml": return File(s => TaskDataWriter.Write(s, job.Plan.Farm, TaskOf(job)), "application/zip", "isoxml.zip");
            case "geojson":
                AsAppliedGeoJson.Write(files.AsApplied, job.Plan.Farm, job.Applied);
                return Results.File(files.AsApplied, "application/geo+json", $"{id}.geojson");
            default: return Results.NotFound();
        }

        IResult File(Action<Stream> write, string type, string? ending = null)
        {
            using var content = new MemoryStream();
            write(content);
            return Results.File(content.ToArray(), type, $"{id}.{ending ?? kind}");
        }
    }

    private static IResult Season(RecordShelf shelf, SeasonWish wish)
    {
        try
        {
            using var pdf = new MemoryStream();
            return shelf.Season(pdf, wish, TimeProvider.System.GetUtcNow()) ? Results.File(pdf.ToArray(), "application/pdf", $"{wish.Farm} {wish.Period}.pdf") : Refusal.Of("station.season-none");
        }
        catch (StoreException failed)
        {
            return Refusal.Of([new Finding(Severity.Error, failed.Text)]);
        }
    }

    private static TaskRecord TaskOf(FlownJob job) =>
        new(job.Plan.Job.Name, job.Plan.Sprayer.Name, job.Log, job.Plan.Sprayer.SwathWidthM, job.Applied.Litres, job.Applied.Sprayed.Area);

    private static IResult With(JobLibrary library, string id, Func<JobFiles, FlownJob, IResult> use) =>
        PlanRoutes.Known(library, id) is { } files && FlownJob.Read(files) is { } job ? use(files, job) : Results.NotFound();
}
