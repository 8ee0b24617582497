using DroneFarm.Core.Geo;
using DroneFarm.Flight.Exchanges.Heights;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Exchanges;

/// <summary>Heights of the ground for a vehicle that asks for them.</summary>
public sealed class HeightTests
{
    /// <summary>The whole mask of 56 blocks, and bits beyond it that mean nothing.</summary>
    private const ulong Everything = ulong.MaxValue;

    private static readonly TerrainRequest Request = new() { Lat = 320_215_600, Lon = 1_207_123_400, GridSpacing = 100, Mask = Everything };

    [Fact]
    public void On_the_equator_points_lie_so_many_metres_north_and_east_of_the_corner()
    {
        var place = HeightGrid.PointAt(new TerrainRequest { Lat = 0, Lon = 60_000_000, GridSpacing = 100 }, north: 10, east: 20);
        place.LatitudeDeg.ShouldBe(1000 / 111_318.845, 1e-9);
        place.LongitudeDeg.ShouldBe(6 + (2000 / 111_318.845), 1e-7);
    }

    [Theory]
    [InlineData(32, 120)]
    [InlineData(-28, 151)]
    [InlineData(59, -2)]
    [InlineData(-1, -1)]
    public void Points_lie_where_ArduPilot_looks_their_heights_up(int southDeg, int westDeg)
    {
        for (var grid = 0; grid < 24; grid++)
        {
            var (gridNorth, gridEast) = (grid * 37 % 46, grid * 11 % 20);
            var request = ArduPilots.Request(southDeg, westDeg, gridNorth, gridEast);
            for (var north = 0; north < 28; north += 9)
            {
                for (var east = 0; east < 32; east += 31)
                {
                    var (northM, eastM) = ArduPilots.MetresFromDegree(southDeg, westDeg, HeightGrid.PointAt(request, north, east));
                    northM.ShouldBe(((gridNorth * 24) + north) * 100, 0.1);
                    eastM.ShouldBe(((gridEast * 28) + east) * 100, 0.1);
                }
            }
        }
    }

    [Fact]
    public void Heights_go_by_rows_from_the_south_west_and_so_do_the_blocks()
    {
        // Each height says where its point is: 100 for each point to the north, 1 for each to the east.
        var answers = new HeightAnswers(place => Math.Round(NorthOf(place) * 100) + Math.Round(EastOf(place)));
        answers.Ask(Request);
        var blocks = answers.Next(100);
        blocks.Select(b => (int)b.Gridbit).ShouldBe(Enumerable.Range(0, 56));
        blocks.ShouldAllBe(b => b.Lat == Request.Lat && b.Lon == Request.Lon && b.GridSpacing == 100);
        Heights(blocks[0]).ShouldBe([0, 1, 2, 3, 100, 101, 102, 103, 200, 201, 202, 203, 300, 301, 302, 303]);
        Heights(blocks[1])[0].ShouldBe((short)4, "the next block lies to the east");
        Heights(blocks[8])[0].ShouldBe((short)400, "and after eight of them the next row to the north");
        answers.Next(100).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_blocks_that_are_wanted_are_sent_and_only_once()
    {
        var answers = new HeightAnswers(_ => 5.6);
        answers.Ask(Request with { Mask = 0b1001_0000_0001 });
        answers.Next(2).Select(b => (int)b.Gridbit).ShouldBe([0, 8]);
        answers.Next(2).Select(b => (int)b.Gridbit).ShouldBe([11]);
        answers.Next(2).ShouldBeEmpty();
        answers.Ask(Request with { Mask = 1 });
        Heights(answers.Next(1).Single()).ShouldAllBe(h => h == 6);
    }

    [Fact]
    public void A_block_with_one_unknown_height_is_not_sent_and_its_place_is_known_until_the_request_is_fulfilled()
    {
        GeoPoint? hole = HeightGrid.PointAt(Request, 6, 9);
        var answers = new HeightAnswers(place => hole is { } h && new LocalFrame(h).ToLocal(place).DistanceM(default) < 20 ? null : 5);
        answers.Ask(Request);
        answers.Next(100).Select(b => (int)b.Gridbit).ShouldBe(Enumerable.Range(0, 56).Except([10]));
        new LocalFrame(hole.Value).ToLocal(answers.Gap.ShouldNotBeNull()).DistanceM(default).ShouldBeLessThan(0.1);
        hole = null;
        answers.Ask(Request with { Mask = 1 << 10 });
        answers.Next(100).ShouldHaveSingleItem();
        answers.Gap.ShouldBeNull();
    }

    [Fact]
    public void A_newer_request_takes_the_place_of_the_older_one_and_one_without_a_spacing_is_none()
    {
        var answers = new HeightAnswers(_ => 5);
        answers.Ask(Request);
        answers.Next(3).Count.ShouldBe(3);
        answers.Ask(Request with { Lat = Request.Lat + 100_000, Mask = 1 });
        answers.Next(3).ShouldHaveSingleItem().Lat.ShouldBe(Request.Lat + 100_000);
        answers.Ask(Request with { GridSpacing = 0 });
        answers.Next(3).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_vehicle_that_asks_gets_every_block_but_never_more_than_a_dozen_a_second()
    {
        await using var field = new Airfield(groundM: _ => 12);
        await field.FindAsync();
        await field.PassAsync(1);
        field.Copter.Commands.ShouldContain(c => c.Command == MavCmd.SetMessageInterval && c.Param1 == TerrainRequest.Id);
        field.Copter.Send(Request);
        for (var second = 1; field.Copter.Heights.Count < 56; second++)
        {
            await field.PassAsync(1);
            field.Copter.Heights.Count.ShouldBeLessThanOrEqualTo((12 * second) + 3);
            second.ShouldBeLessThan(60);
        }

        field.Copter.Heights.Select(h => (int)h.Gridbit).Order().ShouldBe(Enumerable.Range(0, 56));
        field.Station.Vehicles.Single().Heights.ShouldBe(new HeightCounts(1, 56, null));
    }

    [Fact]
    public async Task Without_heights_nothing_is_asked_for_and_nothing_sent()
    {
        await using var field = new Airfield();
        var vehicle = await field.FindAsync();
        field.Copter.Send(Request);
        await field.PassAsync(2);
        field.Copter.Commands.ShouldNotContain(c => c.Command == MavCmd.SetMessageInterval && c.Param1 == TerrainRequest.Id);
        field.Copter.Heights.ShouldBeEmpty();
        vehicle.Heights.ShouldBeNull();
    }

    private static double NorthOf(GeoPoint place) => (place.LatitudeDeg - (Request.Lat / 1e7)) * 111_318.845 / 100;

    /// <summary>Good to a tenth of a point over a grid this near to its degree's south edge.</summary>
    private static double EastOf(GeoPoint place) => (place.LongitudeDeg - (Request.Lon / 1e7)) * 111_318.845 * Math.Cos(place.LatitudeDeg * Math.PI / 180) / 100;

    private static short[] Heights(TerrainData block) => ((ReadOnlySpan<short>)block.Data).ToArray();
}
