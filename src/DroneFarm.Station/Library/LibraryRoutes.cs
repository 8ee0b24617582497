using System.Text.Json;
using DroneFarm.Core.Findings;
using DroneFarm.Station.Access;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Importing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.Library;

/// <summary>The library over HTTP: farms and sprayers to read, keep and bring in.</summary>
public static class LibraryRoutes
{
    private const long LargestImport = 200_000_000;

    public static void Map(IEndpointRouteBuilder routes, JobLibrary library)
    {
        routes.MapGet("/api/farms", () => library.FarmCards()).Needs(Role.Viewer);
        routes.MapGet("/api/farms/{id}", (string id) => Exists(id, library.FarmPath) is { } path ? Results.File(path, "application/geo+json") : Results.NotFound()).Needs(Role.Viewer);
        routes.MapPut("/api/farms/{id}", (string id, JsonElement farm) => KeepFarm(library, id, farm)).Needs(Role.Operator);
        routes.MapDelete("/api/farms/{id}", (string id) =>
        {
            if (Exists(id, library.FarmPath) is { } path) File.Delete(path);
        }).Needs(Role.Operator);
        routes.MapPost("/api/import", (Func<HttpRequest, Task<IResult>>)ImportAsync).Needs(Role.Operator);
        routes.MapGet("/api/sprayers", () => library.SprayersKept().Select(s => new { s.Id, s.Sprayer })).Needs(Role.Viewer);
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

    /// <summary>Whatever was dropped on the map, several files at once if they belong together: what it is, is found by what is in it.</summary>
    private static async Task<IResult> ImportAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestImport) return Refusal.Of("station.import-too-large", FileNameOf(request));
        var files = new List<ImportFile>();
        if (!request.HasFormContentType) files.Add(new ImportFile(FileNameOf(request), await BytesAsync(request.Body)));
        else
        {
            foreach (var file in (await request.ReadFormAsync()).Files)
            {
                await using var content = file.OpenReadStream();
                files.Add(new ImportFile(file.FileName, await BytesAsync(content)));
            }
        }

        var read = Importer.Read(files);
        return read.Farm is null
            ? Refusal.Of(read.Findings)
            : Results.Json(new { Farm = FarmDocument.Of(read.Farm), Findings = FoundLine.All(read.Findings.Where(f => f.Severity != Severity.Note || f.FieldId is null)) }, StationJson.Options);
    }

    private static string FileNameOf(HttpRequest request) => request.Headers["X-File-Name"].ToString() is { Length: > 0 } name ? Uri.UnescapeDataString(name) : "import";

    private static async Task<byte[]> BytesAsync(Stream content)
    {
        using var held = new MemoryStream();
        await content.CopyToAsync(held);
        return held.ToArray();
    }

    private static string? Exists(string id, Func<string, string> pathOf) => LibraryName.IsGood(id) && File.Exists(pathOf(id)) ? pathOf(id) : null;
}
