using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>Points 23 to 27 of ARDUPILOT.md.</summary>
public sealed class FailsafeTests
{
    [Fact]
    public void Ground_station_loss_returns_after_5_1_seconds_and_stays_so_when_heartbeats_come_back()
    {
        var ground = SprayerTests.MidSwath(5, landStart: false, ("FS_GCS_ENABLE", 1));
        var lost = LoseGround(ground);
        ground.Run(10, () => ground.Mode == FlightMode.Rtl);
        (ground.NowS - lost).ShouldBeInRange(5.0, 5.2);
        ground.SendsHeartbeats = true;
        ground.Run(3);
        ground.Mode.ShouldBe(FlightMode.Rtl);
        ground.Texts().ShouldContain("GCS Failsafe");
    }

    [Fact]
    public void Heartbeats_of_another_system_do_not_count_as_the_ground_station()
    {
        var ground = SprayerTests.MidSwath(5, landStart: false, ("FS_GCS_ENABLE", 1));
        var other = new GroundStation(ground.Sprayer, systemId: 254);
        ground.SendsHeartbeats = false;
        other.Run(8);
        ground.Mode.ShouldBe(FlightMode.Rtl);
    }

    [Fact]
    public void With_the_option_to_go_on_a_mission_outlives_the_ground_station()
    {
        var ground = SprayerTests.MidSwath(5, landStart: false, ("FS_GCS_ENABLE", 1), ("FS_OPTIONS", 2));
        LoseGround(ground);
        ground.Run(10);
        ground.Mode.ShouldBe(FlightMode.Auto);
    }

    [Fact]
    public void A_low_battery_returns_2_2_seconds_after_the_drop_and_forbids_arming_until_a_reboot()
    {
        var ground = SprayerTests.MidSwath(5, landStart: false, ("BATT_LOW_VOLT", 46), ("BATT_LOW_TIMER", 2), ("BATT_FS_LOW_ACT", 2));
        ground.Sprayer.SagBattery(12);
        var drop = ground.NowS;
        ground.Run(10, () => ground.Mode == FlightMode.Rtl);
        (ground.NowS - drop).ShouldBe(2.2, 0.1);
        ground.Command(MavCmd.DoSetMode, 1, 3).ShouldBe(MavResult.Accepted, "AUTO can be entered again in the air");
        ground.Command(MavCmd.NavReturnToLaunch);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        ground.Sprayer.SagBattery(0);
        ground.Command(MavCmd.DoSetMode, 1, 4);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
        ground.Texts().Last().ShouldContain("Battery");
        ground.Sprayer.SwapBattery();
        ground.Run(45);
        ground.Command(MavCmd.DoSetMode, 1, 4);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Accepted);
    }

    [Fact]
    public void A_route_through_an_exclusion_zone_is_flown_until_the_breach_and_ends_at_the_nearest_rally_point()
    {
        var ground = GroundStation.Of(null, ("FENCE_ENABLE", 1), ("FENCE_TYPE", 4));
        ground.Run(42);
        MissionItemInt[] zone = [.. new (double E, double N)[] { (-20, 60), (20, 60), (20, 80), (-20, 80) }.Select(c => MissionTransferTests.Corner(ground, c.E, c.N, 4, inside: false))];
        ground.Upload(zone, MavMissionType.Fence).ShouldBe(MavMissionResult.Accepted);
        ground.Upload([ground.Waypoint(20, 50, 10, MavCmd.NavRallyPoint)], MavMissionType.Rally).ShouldBe(MavMissionResult.Accepted);
        ground.StartMission([ground.Waypoint(0, 0), GroundStation.Takeoff(), ground.Waypoint(0, 10), ground.Waypoint(0, 200), GroundStation.Do(MavCmd.NavReturnToLaunch)]);
        ground.Run(60, () => ground.Mode == FlightMode.Rtl);
        ground.Place.NorthM.ShouldBeInRange(60, 61);
        ground.Ask<FenceStatus>().BreachCount.ShouldBe((ushort)1);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        ground.Place.DistanceM(new(20, 50)).ShouldBeLessThan(1);
    }

    [Fact]
    public void A_vehicle_outside_its_inclusion_fence_cannot_be_armed()
    {
        var ground = GroundStation.Of(null, ("FENCE_ENABLE", 1), ("FENCE_TYPE", 4));
        ground.Run(42);
        MissionItemInt[] away = [.. new (double E, double N)[] { (50, 60), (90, 60), (90, 80) }.Select(c => MissionTransferTests.Corner(ground, c.E, c.N, 3))];
        ground.Upload(away, MavMissionType.Fence).ShouldBe(MavMissionResult.Accepted);
        ground.Command(MavCmd.DoSetMode, 1, 4);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
    }

    [Fact]
    public void A_mission_that_waits_for_terrain_cannot_be_armed()
    {
        var ground = GroundStation.Of();
        ground.Run(42);
        var low = ground.Waypoint(0, 40);
        low.Frame = (MavFrame)10;
        ground.Upload([ground.Waypoint(0, 0), GroundStation.Takeoff(), low]).ShouldBe(MavMissionResult.Accepted);
        ground.Command(MavCmd.DoSetMode, 1, 4);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
        ground.Texts().Last().ShouldBe("Arm: waiting for terrain data");
    }

    [Fact]
    public void A_terrain_waypoint_uploaded_in_flight_waits_until_the_ground_station_was_asked_and_has_answered()
    {
        var ground = GroundStation.Of();
        ground.Run(42);
        var low = ground.Waypoint(0, 40);
        low.Frame = (MavFrame)10;
        ground.StartMission([ground.Waypoint(0, 0), GroundStation.Takeoff(), ground.Waypoint(0, 0.5), GroundStation.Do(MavCmd.NavReturnToLaunch)]);
        ground.Run(1);
        ground.Upload([ground.Waypoint(0, 0), GroundStation.Takeoff(), low, ground.Waypoint(0, 400)]).ShouldBe(MavMissionResult.Accepted);
        ground.Run(20);
        ground.Texts().ShouldContain(t => t.Contains("terrain", StringComparison.Ordinal));
        ground.All<TerrainRequest>().ShouldBeEmpty("it asks only when asked to");
        ground.Place.NorthM.ShouldBeLessThan(1);
        AnswerTerrain(ground, (_, _) => 5);
        ground.Run(25, () => ground.Place.NorthM > 38);
    }

    [Fact]
    public void It_tells_what_it_knows_of_the_ground_and_asks_for_the_nine_grids_around_it()
    {
        var ground = GroundStation.Of();
        ground.Run(42);
        ground.Stream<TerrainReport>(1);
        ground.Run(2);
        var unknown = ground.All<TerrainReport>().Last();
        ((int)unknown.Spacing, (int)unknown.Pending, (int)unknown.Loaded).ShouldBe((0, 9 * 56, 0));
        // The ground rises by a metre from each row of points to the next.
        AnswerTerrain(ground, (row, _) => row);
        ground.Run(2);
        var known = ground.All<TerrainReport>().Last();
        ((int)known.Spacing, (int)known.Pending, (int)known.Loaded).ShouldBe((100, 0, 9 * 56));
        var metresNorth = (GroundStation.Home.LatitudeDeg - Math.Floor(GroundStation.Home.LatitudeDeg)) * 111_318.845;
        ((double)known.TerrainHeight).ShouldBe(metresNorth % 2400 / 100, 0.01);
    }

    private static void AnswerTerrain(GroundStation ground, Func<int, int, double> heightM)
    {
        ground.Stream<TerrainRequest>(1);
        for (var answered = 0; ; answered++)
        {
            ground.Run(2.2);
            if (ground.All<TerrainRequest>().Skip(answered).ToList() is not [var request, ..]) return;
            for (byte bit = 0; bit < 56; bit++)
            {
                if ((request.Mask >> bit & 1) == 0) continue;
                var data = new TerrainData { Lat = request.Lat, Lon = request.Lon, GridSpacing = request.GridSpacing, Gridbit = bit };
                for (var i = 0; i < 16; i++) data.Data[i] = (short)heightM((bit / 8 * 4) + (i / 4), (bit % 8 * 4) + (i % 4));
                ground.Send(data);
            }
        }
    }

    [Fact]
    public void A_terrain_waypoint_is_flown_by_the_heights_on_the_card_and_not_at_all_with_TERRAIN_ENABLE_0()
    {
        // The card says that 40 m north the ground is 6 m higher than at home (5 m).
        var ground = GroundStation.Of(o => o with { TerrainM = place => place.LatitudeDeg > GroundStation.Home.LatitudeDeg + 1e-4 ? 11 : 5 }, ("TERRAIN_ENABLE", 0));
        ground.Run(42);
        var low = ground.Waypoint(0, 40);
        (low.Frame, low.Z) = ((MavFrame)10, 4);
        ground.Upload([ground.Waypoint(0, 0), GroundStation.Takeoff(), low, GroundStation.Do(MavCmd.NavReturnToLaunch)]).ShouldBe(MavMissionResult.Accepted);
        ground.Command(MavCmd.DoSetMode, 1, 4);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
        ground.Texts().Last().ShouldBe("Arm: terrain disabled");
        ground.SetParameter("TERRAIN_ENABLE", 1).ShouldBe(1);
        ground.StartMission([ground.Waypoint(0, 0), GroundStation.Takeoff(), low, GroundStation.Do(MavCmd.NavReturnToLaunch)]);
        ground.Run(60, () => ground.Place.NorthM > 39);
        ground.Sprayer.Truth.HeightM.ShouldBe(10, 0.3);
    }

    [Fact]
    public void Losing_the_transmitter_returns_after_a_second()
    {
        var ground = SprayerTests.SprayingAt(5);
        ground.Sprayer.LoseRadioControl(true);
        var lost = ground.NowS;
        ground.Run(5, () => ground.Mode == FlightMode.Rtl);
        (ground.NowS - lost).ShouldBeInRange(0.95, 1.1);
    }

    [Fact]
    public void Losing_gps_ends_in_land_8_seconds_later()
    {
        var ground = SprayerTests.SprayingAt(2);
        ground.Sprayer.LoseGps(true);
        var lost = ground.NowS;
        ground.Run(40, () => ground.Mode == FlightMode.Land);
        (ground.NowS - lost).ShouldBe(8, 0.3);
        ground.Run(60, () => !ground.Sprayer.Truth.Armed);
    }

    internal static double LoseGround(GroundStation ground)
    {
        var mark = ground.Sprayer.Elapsed;
        ground.Run(1.2);
        ground.SendsHeartbeats = false;
        ground.Send(new Heartbeat { Type = MavType.Gcs, Autopilot = MavAutopilot.Invalid });
        return mark.TotalSeconds + 1.2;
    }
}
