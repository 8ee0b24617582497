using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Station.Access;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Importing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.Library;

/// <summary>Files of other programs over HTTP: a farm or a prescription comes back, and nothing is kept.</summary>
public static class ImportRoutes
{
    private const long LargestImport = 200_000_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/import", (Func<HttpRequest, Task<IResult>>)ImportAsync).Needs(Role.Operator);

    /// <summary>
    /// Whatever was dropped on the map, several files at once if they belong together: what it is, is found by what is in it. With <c>near=LON,LAT</c>, a place of the
    /// farm that is open, it may be that farm's prescription; with <c>only=rates</c> it must be.
    /// </summary>
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

        var mustBeRates = request.Query["only"] == "rates";
        if (NearOf(request) is { } near && (mustBeRates || PrescriptionFile.IsMeant(files))) return RatesOf(files, near);
        return mustBeRates ? Refusal.Of("station.rates-need-farm") : FarmOf(files);
    }

    private static IResult RatesOf(List<ImportFile> files, LocalFrame near)
    {
        var read = PrescriptionFile.Read(files, files.Count == 0 ? "-" : files[0].Name, near);
        if (read.Prescription is null) return Refusal.Of(read.Findings);
        return Results.Json(new { Prescription = PrescriptionDocument.Of(read.Prescription), Findings = Told(read.Findings) }, StationJson.Options);
    }

    private static IResult FarmOf(List<ImportFile> files)
    {
        var read = Importer.Read(files);
        return read.Farm is null
            ? Refusal.Of(read.Findings)
            : Results.Json(new { Farm = FarmDocument.Of(read.Farm), Findings = Told(read.Findings) }, StationJson.Options);
    }

    private static IReadOnlyList<FoundLine> Told(IEnumerable<Finding> findings) => FoundLine.All(findings.Where(f => f.Severity != Severity.Note || f.FieldId is null));

    private static LocalFrame? NearOf(HttpRequest request)
    {
        if (request.Query["near"].ToString().Split(',') is not [var east, var north]
            || !double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var lon) || !double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var lat)) return null;
        var place = new GeoPoint(LatitudeDeg: lat, LongitudeDeg: lon);
        return place.IsValid && Math.Abs(lat) < 89 ? new LocalFrame(place) : null;
    }

    private static string FileNameOf(HttpRequest request) => request.Headers["X-File-Name"].ToString() is { Length: > 0 } name ? Uri.UnescapeDataString(name) : "import";

    private static async Task<byte[]> BytesAsync(Stream content)
    {
        using var held = new MemoryStream();
        await content.CopyToAsync(held);
        return held.ToArray();
    }
}
