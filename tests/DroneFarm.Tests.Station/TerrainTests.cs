using System.Buffers.Binary;
using DroneFarm.Core.Geo;

namespace DroneFarm.Tests.Station;

/// <summary>Heights of the ground out of tiles that somebody dropped in the library's folder.</summary>
public sealed class TerrainTests
{
    private const int Side = 1201;

    [Fact]
    public async Task A_tile_in_the_library_is_what_vehicles_are_answered_with_and_a_file_that_is_none_is_told()
    {
        var library = Directory.CreateTempSubdirectory("dronefarm-station-").FullName;
        var terrain = Directory.CreateDirectory(Path.Combine(library, "terrain")).FullName;
        var tile = new byte[2 * Side * Side];
        for (var i = 0; i < Side * Side; i++) BinaryPrimitives.WriteInt16BigEndian(tile.AsSpan(2 * i), 27);
        await File.WriteAllBytesAsync(Path.Combine(terrain, "N32E120.hgt"), tile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(terrain, "N33E120.hgt"), "cut off", TestContext.Current.CancellationToken);
        await using var room = await Room.OpenAsync(library: library);
        var groundM = room.Station.Ground.Options.GroundM.ShouldNotBeNull();
        groundM(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8)).ShouldBe(27);
        groundM(new GeoPoint(LatitudeDeg: 33.05, LongitudeDeg: 120.8)).ShouldBeNull();
        room.Station.Findings.ShouldHaveSingleItem().Code.ShouldBe("terrain.size");
    }

    [Fact]
    public async Task Without_a_tile_vehicles_are_asked_nothing()
    {
        await using var room = await Room.OpenAsync();
        room.Station.Ground.Options.GroundM.ShouldBeNull();
        room.Station.Findings.ShouldBeEmpty();
        Directory.Exists(Path.Combine(room.Library, "terrain")).ShouldBeTrue("so that people see where heights go");
    }
}
