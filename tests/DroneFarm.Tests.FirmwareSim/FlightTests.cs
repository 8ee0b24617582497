using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>Points 15 to 22 of ARDUPILOT.md.</summary>
public sealed class FlightTests
{
    private static GroundStation Ready(params (string Name, double Value)[] parameters)
    {
        var ground = GroundStation.Of(null, parameters);
        ground.Run(42);
        return ground;
    }

    [Fact]
    public void Arming_in_auto_is_refused()
    {
        var ground = Ready();
        ground.Upload(SprayerTests.Lines(ground, 5, 1));
        ground.Command(MavCmd.DoSetMode, 1, 3).ShouldBe(MavResult.Accepted);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
        ground.Texts().Last().ShouldContain("not armable");
    }

    [Theory]
    [InlineData(0, 90, 90)]
    [InlineData(2, 0, 180)]
    public void A_nose_turned_by_the_mission_stays_so_from_line_to_line_only_with_yaw_behaviour_0(int behaviour, double on, double back)
    {
        var ground = Ready(("WP_YAW_BEHAVIOR", behaviour));
        var items = SprayerTests.Lines(ground, 5, 2);
        items.Insert(3, GroundStation.Do(MavCmd.ConditionYaw, 90));
        ground.StartMission(items);
        ground.Run(100, () => ground.Place.NorthM > 50);
        ground.Sprayer.Truth.Heading.Degrees.ShouldBe(on, 2);
        ground.Run(100, () => ground.Place.NorthM is < 50 && ground.Place.EastM > 4);
        ground.Sprayer.Truth.Heading.Degrees.ShouldBe(back, 2);
    }

    [Fact]
    public void A_do_item_behind_a_turn_of_the_nose_waits_for_it_and_is_forgotten_at_the_next_waypoint()
    {
        var ground = Ready(("WP_YAW_BEHAVIOR", 0), ("ATC_SLEW_YAW", 6000));
        ground.StartMission(
        [
            ground.Waypoint(0, 0), GroundStation.Takeoff(), ground.Waypoint(0, 20), GroundStation.Do(MavCmd.ConditionYaw, 180), GroundStation.Do(MavCmd.DoSprayer, 1), ground.Waypoint(0, 80),
            GroundStation.Do(MavCmd.ConditionYaw, 0), GroundStation.Do(MavCmd.DoSprayer), ground.Waypoint(0, 81), ground.Waypoint(0, 140), GroundStation.Do(MavCmd.NavReturnToLaunch),
        ]);
        ground.Run(100, () => ground.Place.NorthM > 22);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeFalse();
        ground.Run(100, () => ground.Place.NorthM > 60);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeTrue();
        ground.Run(100, () => ground.Place.NorthM > 120);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeTrue();
    }

    [Fact]
    public void Mission_start_is_accepted_though_nothing_is_armed()
    {
        var ground = Ready();
        ground.Upload(SprayerTests.Lines(ground, 5, 1));
        ground.Command(MavCmd.MissionStart).ShouldBe(MavResult.Accepted);
        ground.Run(5);
        ground.All<Heartbeat>().Last(h => h.Autopilot == MavAutopilot.Ardupilotmega).BaseMode.HasFlag(MavModeFlag.SafetyArmed).ShouldBeFalse();
        ground.Sprayer.Truth.HeightM.ShouldBe(0);
    }

    [Fact]
    public void Auto_alone_after_arming_sits_and_disarms_after_ten_seconds()
    {
        var ground = Ready();
        ground.Upload(SprayerTests.Lines(ground, 5, 1));
        ground.Command(MavCmd.DoSetMode, 1, 4);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Accepted);
        ground.Command(MavCmd.DoSetMode, 1, 3).ShouldBe(MavResult.Accepted);
        ground.Run(9.5);
        ground.Sprayer.Truth.Armed.ShouldBeTrue();
        ground.Run(1);
        ground.Sprayer.Truth.Armed.ShouldBeFalse();
        ground.Sprayer.Truth.HeightM.ShouldBe(0);
    }

    [Fact]
    public void Prearm_passes_in_stabilize_before_guided_can_be_armed()
    {
        var ground = GroundStation.Of();
        ground.Run(25);
        (ground.Ask<SysStatus>().OnboardControlSensorsHealth & (MavSysStatusSensor)0x1000_0000).ShouldNotBe((MavSysStatusSensor)0);
        ground.Command(MavCmd.DoSetMode, 1, 4).ShouldBe(MavResult.Accepted);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
        ground.Texts().Last().ShouldBe("Arm: Need Position Estimate");
        ground.Ask<EkfStatusReport>().Flags.HasFlag(EkfStatusFlags.ConstPosMode).ShouldBeTrue();
        ground.Run(17);
        ground.Ask<EkfStatusReport>().Flags.HasFlag(EkfStatusFlags.PosHorizAbs).ShouldBeTrue();
        ground.Ask<EkfStatusReport>().Flags.HasFlag(EkfStatusFlags.ConstPosMode).ShouldBeFalse();
        ground.Command(MavCmd.DoSetMode, 1, 4).ShouldBe(MavResult.Accepted);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Accepted);
    }

    [Fact]
    public void A_pause_holds_on_the_line_and_goes_on_with_the_same_speed_and_pump()
    {
        var ground = SprayerTests.SprayingAt(5);
        ground.Command(MavCmd.DoPauseContinue, 0).ShouldBe(MavResult.Accepted);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.Paused);
        ground.Run(8);
        ground.Mode.ShouldBe(FlightMode.Auto);
        ground.Sprayer.Truth.GroundSpeedMps.ShouldBeLessThan(0.1);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
        ground.Place.EastM.ShouldBe(0, 0.2);
        ground.Command(MavCmd.DoPauseContinue, 1).ShouldBe(MavResult.Accepted);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.Active);
        ground.Run(6);
        ground.Sprayer.Truth.GroundSpeedMps.ShouldBe(5, 0.2);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_pause_works_only_on_a_waypoint_leg()
    {
        var ground = Ready();
        ground.StartMission(SprayerTests.Lines(ground, 5, 1));
        ground.Run(5);
        ground.Command(MavCmd.DoPauseContinue, 0).ShouldBe(MavResult.Failed);
    }

    [Fact]
    public void Brake_and_back_to_auto_goes_on_with_the_same_item_and_forgets_the_speed()
    {
        var ground = SprayerTests.SprayingAt(4, ("WPNAV_SPEED", 800));
        var item = ground.Ask<MissionCurrent>().Seq;
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Brake);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.NotStarted);
        ground.Run(4);
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Auto).ShouldBe(MavResult.Accepted);
        ground.Run(9);
        ground.Ask<MissionCurrent>().Seq.ShouldBe(item);
        ground.Sprayer.Truth.GroundSpeedMps.ShouldBe(8, 0.3);
    }

    [Fact]
    public void A_speed_sent_just_after_auto_was_entered_is_overshot_first()
    {
        var ground = SprayerTests.SprayingAt(4, ("WPNAV_SPEED", 800));
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Brake);
        ground.Run(4);
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Auto);
        ground.Run(0.1);
        ground.Command(MavCmd.DoChangeSpeed, 1, 4).ShouldBe(MavResult.Accepted);
        var fastest = 0.0;
        ground.EachStep = () => fastest = Math.Max(fastest, ground.Sprayer.Truth.GroundSpeedMps);
        ground.Run(12);
        fastest.ShouldBeInRange(6.2, 7.2, "SITL reached 6.6 m/s");
        ground.Sprayer.Truth.GroundSpeedMps.ShouldBe(4, 0.3);
    }

    [Fact]
    public void On_a_short_leg_such_a_speed_is_lost()
    {
        var ground = Ready(("WPNAV_SPEED", 800));
        ground.StartMission(SprayerTests.Lines(ground, 4, 2));
        ground.Run(60, () => ground.Place.NorthM > 40);
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Brake);
        ground.Run(4);
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Auto);
        ground.Run(0.1);
        ground.Command(MavCmd.DoChangeSpeed, 1, 4).ShouldBe(MavResult.Accepted);
        var fastest = 0.0;
        ground.EachStep = () => fastest = Math.Max(fastest, ground.Sprayer.Truth.GroundSpeedMps);
        ground.Run(8);
        fastest.ShouldBeGreaterThan(5.5, "SITL reached 5.8 m/s with 4 m/s asked for");
    }

    [Fact]
    public void A_sprayer_switched_off_in_a_break_stays_off_since_passed_items_are_not_done_again()
    {
        var ground = SprayerTests.SprayingAt(5);
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Brake);
        ground.Command(MavCmd.DoSprayer);
        ground.Run(3);
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Auto);
        ground.Run(10);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeFalse();
    }

    [Fact]
    public void Mis_restart_begins_at_the_first_item()
    {
        var ground = SprayerTests.SprayingAt(5, ("MIS_RESTART", 1));
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Brake);
        ground.Run(2);
        ground.Command(MavCmd.DoSetMode, 1, (float)FlightMode.Auto);
        ground.Ask<MissionCurrent>().Seq.ShouldBe((ushort)1);
    }

    [Theory]
    [InlineData(FlightMode.Loiter, true)]
    [InlineData(FlightMode.Brake, false)]
    public void Loiter_with_the_throttle_down_sinks_to_the_ground_and_brake_does_not(FlightMode mode, bool sinks)
    {
        var ground = SprayerTests.SprayingAt(5);
        ground.Command(MavCmd.DoSetMode, 1, (float)mode).ShouldBe(MavResult.Accepted);
        ground.Run(8);
        ground.Sprayer.Truth.OnGround.ShouldBe(sinks);
    }

    [Fact]
    public void The_current_item_can_be_set_in_the_air_and_is_forgotten_by_disarming()
    {
        var ground = Ready();
        ground.StartMission(SprayerTests.Lines(ground, 5, 3));
        ground.Run(15);
        ground.Command(MavCmd.DoSetMissionCurrent, 7).ShouldBe(MavResult.Accepted);
        ground.Ask<MissionCurrent>().Seq.ShouldBe((ushort)7);
        ground.Command(MavCmd.NavReturnToLaunch);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        ground.Ask<MissionCurrent>().Seq.ShouldBe((ushort)0);
        ground.Command(MavCmd.DoSetMissionCurrent, 7).ShouldBe(MavResult.Accepted);
        ground.Command(MavCmd.DoSetMode, 1, 4);
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Accepted);
        ground.Command(MavCmd.DoSetMode, 1, 3).ShouldBe(MavResult.Failed);
        ground.Texts().ShouldContain(t => t.Contains("Missing Takeoff Cmd", StringComparison.Ordinal));
    }

    [Fact]
    public void Mission_state_and_reached_items_tell_only_of_navigation()
    {
        var ground = GroundStation.Of();
        ground.Run(2);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.NoMission);
        var items = SprayerTests.Lines(ground, 5, 2);
        ground.Upload(items);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.NotStarted);
        ground.StartMission(items);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.Active);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.Complete);
        var reached = ground.All<MissionItemReached>().Select(r => r.Seq).ToList();
        reached.ShouldBe([2, 3, 5, 7, 9, 12], "the change of speed (2) hides the take-off (1)");
    }

    [Fact]
    public void Rtl_climbs_to_its_height_before_it_goes_home()
    {
        var ground = SprayerTests.SprayingAt(5);
        ground.Command(MavCmd.NavReturnToLaunch);
        ground.Run(15, () => ground.Sprayer.Truth.HeightM > 14);
        ground.Place.NorthM.ShouldBeGreaterThan(150);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        ground.Place.DistanceM(new(0, 0)).ShouldBeLessThan(0.5);
    }
}
