using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>Points 23 to 25 and 27.</summary>
public abstract class FailsafePoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    /// <summary>Slow enough for a heartbeat to be in time on a starved machine.</summary>
    private const double CarefulSpeedUp = 5;

    [Fact]
    public async Task Point_23_ground_station_loss_returns_5_1_seconds_after_the_last_heartbeat_and_stays_so()
    {
        var ground = await FreshAsync(("FS_GCS_ENABLE", 0));
        ground.FlyToMidSwath(3);
        ground.Vehicle.Pace(CarefulSpeedUp);
        ground.Run(2);
        ground.SetParameter("FS_GCS_ENABLE", 1).ShouldBe(1);
        ground.Run(2);
        ground.Beat();
        ground.SendsHeartbeats = false;
        var lostS = ground.LastHeartbeatS;
        var other = new PacketSender(254, 190);
        ground.Run(20, OtherStationBeatsUntilRtl, "RTL");
        var afterS = ground.Flown.SinceS(FlightMode.Rtl) - lostS;
        Note(23, $"RTL {afterS:F2} s after the last heartbeat of 255, with heartbeats of 254 going on");
        afterS.ShouldBe(5.1, 0.4);
        ground.SendsHeartbeats = true;
        ground.Run(4);
        ground.Flown.Mode.ShouldBe(FlightMode.Rtl);

        bool OtherStationBeatsUntilRtl()
        {
            if ((int)(ground.NowS * 50) % 50 == 0) ground.SendAs(other, new Heartbeat { Type = MavType.Gcs, Autopilot = MavAutopilot.Invalid });
            return ground.Flown.Mode == FlightMode.Rtl;
        }
    }

    [Fact]
    public async Task Point_23_with_fs_options_2_a_mission_outlives_the_ground_station()
    {
        var ground = await FreshAsync(("FS_OPTIONS", 2), ("FS_GCS_ENABLE", 0));
        ground.FlyToMidSwath(3);
        ground.SetParameter("FS_GCS_ENABLE", 1).ShouldBe(1);
        ground.SendsHeartbeats = false;
        ground.Run(12);
        ground.Flown.Mode.ShouldBe(FlightMode.Auto);
    }

    [Fact]
    public async Task Point_24_a_low_battery_returns_2_2_seconds_after_the_drop_and_forbids_arming_until_a_reboot()
    {
        var ground = await FreshAsync(("BATT_LOW_TIMER", 2), ("BATT_FS_LOW_ACT", 2));
        ground.SetParameter("BATT_LOW_VOLT", (float)ground.Vehicle.LowBatteryV);
        ground.FlyToMidSwath(5);
        ground.Vehicle.Pace(CarefulSpeedUp);
        ground.Run(1);
        ground.Vehicle.DrainBattery(low: true);
        var dropS = ground.NowS;
        ground.Run(20, () => ground.Flown.Mode == FlightMode.Rtl, "RTL");
        Note(24, $"RTL {ground.NowS - dropS:F2} s after the drop");
        (ground.NowS - dropS).ShouldBe(2.2, 0.5);
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Accepted);
        ground.Switch(FlightMode.Rtl).ShouldBe(MavResult.Accepted);
        ground.AwaitLanding();
        ground.Vehicle.DrainBattery(low: false);
        ground.Run(5);
        ground.Switch(FlightMode.Guided).ShouldBe(MavResult.Accepted);
        var mark = ground.Heard.Count;
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
        ground.Run(1);
        Note(24, $"arming after landing: {string.Join(" | ", ground.Texts(mark))}");
        ground.Reboot();
        ground.AwaitPosition();
        ground.Arm();
    }

    [Fact]
    public async Task Point_25_a_route_through_an_exclusion_zone_is_flown_until_the_breach_and_ends_at_the_nearest_rally_point()
    {
        var ground = await FreshAsync(("FENCE_TYPE", 4));
        ground.Watch();
        ground.AwaitPosition();
        MissionItemInt[] zone = [.. new (double E, double N)[] { (-20, 60), (20, 60), (20, 80), (-20, 80) }.Select(c => ground.Corner(c.E, c.N, 4, inside: false))];
        ground.Upload(zone, MavMissionType.Fence).ShouldBe(MavMissionResult.Accepted);
        ground.Upload([ground.Waypoint(20, 50, 10, MavCmd.NavRallyPoint)], MavMissionType.Rally).ShouldBe(MavMissionResult.Accepted);
        ground.SetParameter("FENCE_ENABLE", 1);
        ground.StartMission([ground.Waypoint(0, 0), Missions.Takeoff(), ground.Waypoint(0, 10), ground.Waypoint(0, 200), Missions.Do(MavCmd.NavReturnToLaunch)]);
        ground.Run(90, () => ground.Flown.Mode == FlightMode.Rtl, "breach");
        Note(25, $"RTL at {ground.Flown.Place.NorthM - 60:F1} m inside the zone at {ground.Flown.SpeedMps:F1} m/s");
        ground.Flown.Place.NorthM.ShouldBeInRange(59.5, 63);
        ground.Run(0.5);
        ground.Ask<FenceStatus>().BreachCount.ShouldBeGreaterThan((ushort)0);
        ground.AwaitLanding();
        ground.Flown.Place.DistanceM(new(20, 50)).ShouldBeLessThan(1.5);
    }

    [Fact]
    public async Task Point_27_losing_the_transmitter_returns_after_rc_fs_timeout_of_a_second()
    {
        var ground = await FreshAsync(("FS_THR_ENABLE", 1));
        ground.FlyToMidSwath(5);
        ground.Vehicle.Pace(CarefulSpeedUp);
        ground.Run(1);
        ground.Vehicle.LoseRadioControl(true);
        var lostS = ground.NowS;
        ground.Run(10, () => ground.Flown.Mode == FlightMode.Rtl, "RTL");
        Note(27, $"RTL {ground.NowS - lostS:F2} s after the transmitter's end");
        (ground.NowS - lostS).ShouldBe(1.0, 0.3);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(3)]
    public async Task Point_27_and_table_gps_lost_ends_in_land(double speedMps)
    {
        var ground = await FreshAsync();
        ground.FlyToMidSwath(speedMps);
        ground.Vehicle.LoseGps(true);
        var lostS = ground.NowS;
        ground.Run(60, () => ground.Flown.Mode == FlightMode.Land, "LAND");
        Note(27, $"GPS lost at {speedMps} m/s: LAND after {ground.NowS - lostS:F1} s: {string.Join(" | ", ground.Texts().TakeLast(4))}");
        (ground.NowS - lostS).ShouldBe(8.1, 1);
        ground.Texts().ShouldContain("EKF variance");
        ground.AwaitLanding();
    }

    public sealed class OnSimulator(Airfield field) : FailsafePoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : FailsafePoints(field, VehicleKind.Sitl);
}
