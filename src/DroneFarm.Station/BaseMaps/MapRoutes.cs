using DroneFarm.Station.Access;
using DroneFarm.Station.Library;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.BaseMaps;

/// <summary>The base maps that lie in the library's folder of maps. None is needed: without one the fields are drawn on plain ground.</summary>
public static class MapRoutes
{
    public static void Map(IEndpointRouteBuilder routes, JobLibrary library)
    {
        routes.MapGet("/api/maps", () => Directory.EnumerateFiles(library.Maps, "*.mbtiles").Order(StringComparer.Ordinal).Select(p => new TileFile(p).Describe()).OfType<BaseMap>()).Needs(Role.Viewer);
        routes.MapGet("/api/maps/{id}/{zoom:int}/{column:int}/{row:int}", (string id, int zoom, int column, int row, HttpResponse response) =>
        {
            var path = Path.Combine(library.Maps, id + ".mbtiles");
            if (!LibraryName.IsGood(id) || !File.Exists(path) || new TileFile(path).Tile(zoom, column, row) is not { } tile) return Results.NotFound();
            response.Headers.CacheControl = "private, max-age=86400";
            // Vector tiles lie in the file as they were packed.
            if (tile is [0x1f, 0x8b, ..]) response.Headers.ContentEncoding = "gzip";
            return Results.Bytes(tile, TypeOf(tile));
        }).Needs(Role.Viewer);
    }

    private static string TypeOf(byte[] tile) => tile switch
    {
        [0x89, (byte)'P', ..] => "image/png",
        [0xff, 0xd8, ..] => "image/jpeg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "image/webp",
        _ => "application/x-protobuf",
    };
}
