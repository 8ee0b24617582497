using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>Point 26.</summary>
public abstract class TerrainPoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    [Fact]
    public async Task Point_26_a_mission_with_a_terrain_waypoint_cannot_be_armed_until_terrain_data_was_asked_for_and_given()
    {
        var ground = await FreshAsync();
        IsNotArmedOverTerrain(ground, "waiting for terrain data");
        ground.All<TerrainRequest>().ShouldBeEmpty("it asks only when asked to");
        var blocks = AnswerTerrain(ground, (_, _) => 5);
        ground.Run(15);
        ground.Arm();
        ground.Command(MavCmd.MissionStart).ShouldBe(MavResult.Accepted);
        ground.Run(120, () => ground.Flown.Place.NorthM > 30, "the terrain waypoint");
        Note(26, $"{blocks()} blocks of 4 x 4 answered");
    }

    /// <summary>Heights that say by themselves where they are: 10 m for each row of points to the north, 1 m for each column to the east.</summary>
    [Fact]
    public async Task Point_26_grids_are_laid_out_in_metres_from_whole_degrees_and_a_report_tells_what_is_missing()
    {
        var ground = await FreshAsync();
        ground.Watch();
        ground.AwaitPosition();
        ground.Stream<TerrainReport>(2);
        ground.Run(5);
        var before = ground.All<TerrainReport>().Last();
        before.Spacing.ShouldBe((ushort)0, "the height is not known");
        before.Pending.ShouldBeGreaterThan((ushort)0);
        var blocks = AnswerTerrain(ground, (row, column) => (10 * row) + column);
        ground.Run(60, () => ground.All<TerrainReport>().Last() is { Pending: 0, Loaded: > 0 }, "all heights");
        ground.Run(2);
        var report = ground.All<TerrainReport>().Last();
        // 111,319 m a degree; grids are 24 rows and 28 columns of 100 m apart.
        var (northM, eastM) = (0.05 * 111_318.845, 0.82 * 111_318.845 * Math.Cos(32.025 * Math.PI / 180));
        var expectedM = (10 * (northM % 2400 / 100)) + (eastM % 2800 / 100);
        Note(26, $"{before.Pending} blocks missing at first, {blocks()} answered, {report.Loaded} there; ground at home {report.TerrainHeight:F2} m, expected {expectedM:F2} m");
        report.Spacing.ShouldBe((ushort)100);
        ((double)report.TerrainHeight).ShouldBe(expectedM, 0.1);
    }

    [Fact]
    public async Task Point_26_a_mission_with_a_terrain_waypoint_cannot_be_armed_with_TERRAIN_ENABLE_0()
    {
        var ground = await FreshAsync(("TERRAIN_ENABLE", 0));
        IsNotArmedOverTerrain(ground, "terrain disabled");
    }

    private void IsNotArmedOverTerrain(GroundStation ground, string why)
    {
        var low = ground.Waypoint(0, 40);
        low.Frame = (MavFrame)10;
        ground.Watch();
        ground.AwaitPosition();
        ground.Run(5);
        ground.Upload([ground.Waypoint(0, 0), Missions.Takeoff(), low, Missions.Do(MavCmd.NavReturnToLaunch)]).ShouldBe(MavMissionResult.Accepted);
        ground.Run(2);
        ground.Switch(FlightMode.Guided).ShouldBe(MavResult.Accepted);
        var mark = ground.Heard.Count;
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
        ground.Run(2);
        Note(26, $"arming with a terrain waypoint: {string.Join(" | ", ground.Texts(mark))}");
        ground.Texts(mark).ShouldContain(t => t.Contains(why, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Answers each request from now on.</summary>
    /// <param name="heightM">By row from the south and column from the west of the grid.</param>
    /// <returns>Tells how many blocks were sent.</returns>
    private static Func<int> AnswerTerrain(GroundStation ground, Func<int, int, double> heightM)
    {
        var (next, sent) = (ground.Heard.Count, 0);
        ground.Stream<TerrainRequest>(5);
        ground.EachStep = Answer;
        return () => sent;

        void Answer()
        {
            for (; next < ground.Heard.Count; next++)
            {
                if (!ground.Heard[next].Packet.TryRead(out TerrainRequest request)) continue;
                for (byte bit = 0; bit < 56; bit++)
                {
                    if ((request.Mask >> bit & 1) == 0) continue;
                    var data = new TerrainData { Lat = request.Lat, Lon = request.Lon, GridSpacing = request.GridSpacing, Gridbit = bit };
                    for (var i = 0; i < 16; i++) data.Data[i] = (short)heightM((bit / 8 * 4) + (i / 4), (bit % 8 * 4) + (i % 4));
                    ground.Send(data);
                    sent++;
                }
            }
        }
    }

    public sealed class OnSimulator(Airfield field) : TerrainPoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : TerrainPoints(field, VehicleKind.Sitl);
}
