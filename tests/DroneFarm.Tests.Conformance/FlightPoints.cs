using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>Points 15 to 17 and 19 to 22.</summary>
public abstract class FlightPoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    [Fact]
    public async Task Point_15_auto_cannot_be_armed_mission_start_is_accepted_disarmed_and_auto_alone_disarms_after_ten_seconds()
    {
        var ground = await FreshAsync();
        ground.Watch();
        ground.AwaitPosition();
        ground.Upload(ground.Lines(5, 1)).ShouldBe(MavMissionResult.Accepted);
        ground.Arm();
        ground.Command(MavCmd.ComponentArmDisarm).ShouldBe(MavResult.Accepted);
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Accepted);
        var mark = ground.Heard.Count;
        ground.Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Failed);
        ground.Run(1);
        Note(15, $"arming in AUTO: {string.Join(" | ", ground.Texts(mark))}");
        ground.Command(MavCmd.MissionStart).ShouldBe(MavResult.Accepted);
        ground.Run(4);
        ground.Flown.Armed.ShouldBeFalse();
        ground.Arm();
        var armedS = ground.NowS;
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Accepted);
        ground.Run(2, () => ground.Flown.Armed);
        ground.Run(20, () => !ground.Flown.Armed, "disarming by itself");
        Note(15, $"AUTO alone disarms {ground.NowS - armedS:F1} s after arming");
        (ground.NowS - armedS).ShouldBe(10, 1);
        ground.Flown.HeightM.ShouldBeLessThan(1);
    }

    [Fact]
    public async Task Point_16_prearm_is_passed_before_the_position_is_there_that_guided_needs()
    {
        var ground = await FreshAsync();
        ground.Vehicle.Pace(10);
        var mark = ground.Heard.Count;
        ground.Stream<SysStatus>(5);
        ground.Await<SysStatus>(mark, s => s.OnboardControlSensorsHealth.HasFlag((MavSysStatusSensor)0x1000_0000), 60);
        var prearmS = ground.NowS;
        var guided = ground.Switch(FlightMode.Guided);
        mark = ground.Heard.Count;
        var armed = ground.Command(MavCmd.ComponentArmDisarm, 1);
        ground.Run(1);
        Note(16, $"pre-arm ok at {prearmS:F1} s; GUIDED then {guided}, arming {armed}: {string.Join(" | ", ground.Texts(mark))}");
        armed.ShouldBe(MavResult.Failed);
        ground.Texts(mark).ShouldContain(t => t.Contains("Need Position Estimate", StringComparison.Ordinal));
        mark = ground.Heard.Count;
        ground.Stream<EkfStatusReport>(5);
        ground.Await<EkfStatusReport>(mark).Flags.HasFlag(EkfStatusFlags.ConstPosMode).ShouldBeTrue();
        ground.Await<EkfStatusReport>(mark, Flying.HasPosition, 90);
        Note(16, $"position at {ground.NowS:F1} s");
        ground.NowS.ShouldBeInRange(25, 60);
        ground.Arm();
    }

    [Fact]
    public async Task Points_17_and_21_a_pause_holds_on_the_line_with_state_4_and_goes_on_at_the_same_speed()
    {
        var ground = await FreshAsync();
        ground.StartMission(ground.Swath(5));
        ground.Run(2);
        Note(17, $"pause during take-off: {ground.Command(MavCmd.DoPauseContinue, 0)}");
        ground.Command(MavCmd.DoPauseContinue, 0).ShouldNotBe(MavResult.Accepted);
        ground.Run(100, () => ground.Flown.Place.NorthM > 130);
        ground.Command(MavCmd.DoPauseContinue, 0).ShouldBe(MavResult.Accepted);
        ground.Run(0.5);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.Paused);
        ground.Run(8);
        ground.Flown.Mode.ShouldBe(FlightMode.Auto);
        ground.Flown.SpeedMps.ShouldBeLessThan(0.2);
        ground.Flown.Pumping.ShouldBeFalse();
        Math.Abs(ground.Flown.Place.EastM).ShouldBeLessThan(0.3);
        ground.Command(MavCmd.DoPauseContinue, 1).ShouldBe(MavResult.Accepted);
        ground.Run(0.5);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.Active);
        ground.Run(7);
        ground.Flown.SpeedMps.ShouldBe(5, 0.3);
        ground.Flown.Pumping.ShouldBeTrue();
    }

    [Theory]
    [InlineData(FlightMode.Loiter, true)]
    [InlineData(FlightMode.Brake, false)]
    public async Task Point_19_loiter_sinks_to_the_ground_with_the_throttle_down_and_brake_does_not(FlightMode mode, bool sinks)
    {
        var ground = await FreshAsync();
        ground.FlyToMidSwath(5);
        ground.Switch(mode).ShouldBe(MavResult.Accepted);
        ground.Run(12);
        Note(19, $"{mode}: {ground.Flown.HeightM:F1} m high after 12 s");
        (ground.Flown.HeightM < 1).ShouldBe(sinks);
    }

    [Fact]
    public async Task Points_20_to_22_the_current_item_is_set_in_the_air_rtl_climbs_first_and_disarming_forgets_the_item()
    {
        var ground = await FreshAsync();
        ground.StartMission(ground.Lines(5, 3));
        ground.Run(60, () => ground.Flown.Place.NorthM > 30);
        ground.Command(MavCmd.DoSetMissionCurrent, 7).ShouldBe(MavResult.Accepted);
        ground.Run(0.5);
        ((int)ground.Ask<MissionCurrent>().Seq).ShouldBeInRange(7, 8);
        ground.Switch(FlightMode.Rtl).ShouldBe(MavResult.Accepted);
        var from = ground.Flown.Place;
        ground.Run(1);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.NotStarted, "point 21");
        ground.Run(20, () => ground.Flown.HeightM > 14, "climbing to RTL_ALT");
        Note(22, $"{ground.Flown.Place.DistanceM(from):F1} m away when at {ground.Flown.HeightM:F1} m");
        ground.Flown.Place.DistanceM(from).ShouldBeLessThan(8);
        ground.AwaitLanding();
        ground.Flown.Place.DistanceM(new(0, 0)).ShouldBeLessThan(1);
        ground.Run(1);
        ground.Ask<MissionCurrent>().Seq.ShouldBe((ushort)0);
        Note(20, $"setting the item on the ground: {ground.Command(MavCmd.DoSetMissionCurrent, 7)}");
        ground.Arm();
        var mark = ground.Heard.Count;
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Failed);
        ground.Run(1);
        ground.Texts(mark).ShouldContain(t => t.Contains("Missing Takeoff Cmd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Point_21_mission_state_and_reached_items()
    {
        var ground = await FreshAsync();
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.NoMission);
        var items = ground.Lines(5, 2);
        ground.Upload(items);
        ground.Run(2);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.NotStarted);
        ground.StartMission(items);
        ground.Run(1);
        ground.Ask<MissionCurrent>().MissionState.ShouldBe(MissionState.Active);
        ground.AwaitLanding();
        var state = ground.Ask<MissionCurrent>().MissionState;
        var reached = ground.All<MissionItemReached>().Select(r => (int)r.Seq).ToList();
        Note(21, $"state after landing {state}; reached {string.Join(' ', reached)} of {string.Join(' ', items.Select(i => (int)i.Command))}");
        reached.ShouldBe([2, 3, 5, 7, 9, 12], "the change of speed (2) hides the take-off (1)");
        state.ShouldBe(MissionState.Complete);
    }

    public sealed class OnSimulator(Airfield field) : FlightPoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : FlightPoints(field, VehicleKind.Sitl);
}
