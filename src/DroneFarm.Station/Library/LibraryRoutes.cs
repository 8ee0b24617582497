using System.Text.Json;
using DroneFarm.Station.Access;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.Library;

/// <summary>The library over HTTP: farms, sprayers and drift profiles to read and keep.</summary>
public static class LibraryRoutes
{
    public static void Map(IEndpointRouteBuilder routes, JobLibrary library)
    {
        routes.MapGet("/api/farms", () => library.FarmCards()).Needs(Role.Viewer);
        routes.MapGet("/api/farms/{id}", (string id) => Exists(id, library.FarmPath) is { } path ? Results.File(path, "application/geo+json") : Results.NotFound()).Needs(Role.Viewer);
        routes.MapPut("/api/farms/{id}", (string id, JsonElement farm) => KeepFarm(library, id, farm)).Needs(Role.Operator);
        routes.MapDelete("/api/farms/{id}", (string id) =>
        {
            if (Exists(id, library.FarmPath) is { } path) File.Delete(path);
        }).Needs(Role.Operator);
        routes.MapGet("/api/sprayers", () => library.SprayersKept().Select(s => new { s.Id, s.Sprayer })).Needs(Role.Viewer);
        routes.MapGet("/api/drifts", () => library.DriftsKept().Select(d => new { d.Id, d.Profile })).Needs(Role.Viewer);
        routes.MapPut("/api/sprayers/{id}", (string id, JsonElement sprayer) =>
        {
            if (!LibraryName.IsGood(id)) return Refusal.Of("station.bad-name", id);
            var read = SprayerFile.Read(StreamOf(sprayer), id);
            if (read.Sprayer is null) return Refusal.Of(read.Findings);
            JobLibrary.Write(library.SprayerPath(id), sprayer);
            return Results.Ok(FoundLine.All(read.Findings));
        }).Needs(Role.Operator);
    }

    public static MemoryStream StreamOf(JsonElement element) => new(JsonSerializer.SerializeToUtf8Bytes(element));

    private static IResult KeepFarm(JobLibrary library, string id, JsonElement farm)
    {
        if (!LibraryName.IsGood(id)) return Refusal.Of("station.bad-name", id);
        var read = FarmFile.Read(StreamOf(farm), id);
        if (read.Farm is null) return Refusal.Of(read.Findings);
        JobLibrary.Write(library.FarmPath(id), farm);
        return Results.Ok(FoundLine.All(read.Findings));
    }

    private static string? Exists(string id, Func<string, string> pathOf) => LibraryName.IsGood(id) && File.Exists(pathOf(id)) ? pathOf(id) : null;
}
