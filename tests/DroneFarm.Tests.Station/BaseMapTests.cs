using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace DroneFarm.Tests.Station;

/// <summary>Base maps out of files that somebody dropped in a folder.</summary>
public sealed class BaseMapTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    [Fact]
    public async Task A_tile_is_found_by_its_row_from_the_north()
    {
        await using var room = await Room.OpenAsync();
        WriteMap(Path.Combine(room.Library, "maps", "village-gcj02.mbtiles"));
        var browser = await room.BrowserAsync();
        var map = (await browser.GetFromJsonAsync<JsonElement>("/api/maps"))[0];
        map.GetProperty("gcj02").GetBoolean().ShouldBeTrue();
        map.GetProperty("maxZoom").GetInt32().ShouldBe(2);
        // MBTiles count rows from the south: row 0 of 4 there is row 3 from the north.
        var tile = await browser.GetAsync("/api/maps/village-gcj02/2/1/3");
        tile.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await tile.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        (await browser.GetAsync("/api/maps/village-gcj02/2/1/0")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_no_map_is_not_listed()
    {
        await using var room = await Room.OpenAsync();
        await File.WriteAllTextAsync(Path.Combine(room.Library, "maps", "broken.mbtiles"), "no database", TestContext.Current.CancellationToken);
        (await (await room.BrowserAsync()).GetFromJsonAsync<JsonElement>("/api/maps")).GetArrayLength().ShouldBe(0);
    }

    private static void WriteMap(string path)
    {
        using var database = new SqliteConnection($"Data Source={path};Pooling=false");
        database.Open();
        using var make = database.CreateCommand();
        make.CommandText =
            "create table metadata (name text, value text); create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);"
            + "insert into metadata values ('name','village'),('format','png'),('minzoom','0'),('maxzoom','2'),('bounds','120,31,121,33'); insert into tiles values (2,1,0,$tile)";
        make.Parameters.AddWithValue("$tile", Png);
        make.ExecuteNonQuery();
    }
}
