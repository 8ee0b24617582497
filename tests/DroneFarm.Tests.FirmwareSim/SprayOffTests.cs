using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>Points 33 to 36 and the table "Spray-off without a link" of ARDUPILOT.md: an event in the middle of a swath at 5 m/s, RTL_ALT 5 m.</summary>
public sealed class SprayOffTests
{
    private static readonly (string, double)[] LandSequence =
        [("RTL_ALT", 500), ("FS_GCS_ENABLE", 6), ("FS_THR_ENABLE", 6), ("BATT_LOW_VOLT", 46), ("BATT_LOW_TIMER", 2), ("BATT_FS_LOW_ACT", 6)];

    public enum Event
    {
        GroundLost,
        BatteryLow,
        RadioLost,
    }

    [Theory]
    [InlineData(Event.GroundLost)]
    [InlineData(Event.BatteryLow)]
    [InlineData(Event.RadioLost)]
    public void With_a_land_sequence_the_pump_is_off_as_soon_as_the_failsafe_acts(Event what)
    {
        var ground = SprayerTests.MidSwath(5, landStart: true, LandSequence);
        Strike(ground, what);
        ground.Run(15, () => ground.Mode == FlightMode.AutoRtl);
        ground.Run(0.02);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeFalse();
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        ground.Place.DistanceM(new(0, 0)).ShouldBeLessThan(1);
    }

    [Fact]
    public void Without_one_the_way_home_is_sprayed()
    {
        var ground = SprayerTests.MidSwath(5, landStart: false, LandSequence);
        FailsafeTests.LoseGround(ground);
        ground.Run(15, () => ground.Mode == FlightMode.Rtl);
        double sprayedM = 0;
        var last = ground.Place;
        ground.EachStep = () =>
        {
            if (ground.Sprayer.Truth.FlowLPerMin > 0) sprayedM += ground.Place.DistanceM(last);
            last = ground.Place;
        };
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        sprayedM.ShouldBeInRange(150, 230, "186 m were measured");
    }

    [Fact]
    public void A_land_sequence_without_a_place_stops_the_firmware()
    {
        var ground = GroundStation.Of(null, LandSequence);
        ground.Run(42);
        ground.StartMission([ground.Waypoint(0, 0), GroundStation.Takeoff(), ground.Waypoint(0, 100), GroundStation.Do(MavCmd.DoLandStart), GroundStation.Do(MavCmd.DoSprayer), GroundStation.Do(MavCmd.NavReturnToLaunch)]);
        ground.Run(15);
        ground.Sprayer.LoseRadioControl(true);
        ground.Run(3);
        ground.Sprayer.Truth.Halted.ShouldBeTrue();
        var mark = ground.Heard.Count;
        ground.Run(3);
        ground.Heard.Count.ShouldBe(mark, "not a word more");
    }

    [Theory]
    [InlineData(FlightMode.Rtl)]
    [InlineData(FlightMode.Land)]
    [InlineData(FlightMode.Brake)]
    public void The_script_on_board_switches_off_when_the_pilot_leaves_auto(FlightMode mode)
    {
        var ground = WithScript();
        ground.Sprayer.PilotTakes(mode).ShouldBeTrue();
        ground.Run(0.12);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed || mode == FlightMode.Brake && ground.Sprayer.Truth.GroundSpeedMps < 0.1);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeFalse();
    }

    [Fact]
    public void Coming_back_to_auto_does_not_switch_the_sprayer_on_by_itself()
    {
        var ground = WithScript();
        ground.Sprayer.PilotTakes(FlightMode.Brake);
        ground.Run(3);
        ground.Command(MavCmd.DoSetMode, 1, 3).ShouldBe(MavResult.Accepted);
        ground.Run(8);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
    }

    [Fact]
    public void Scripting_is_unsupported_until_it_was_enabled_before_the_start()
    {
        var ground = GroundStation.Of();
        ground.Run(2);
        ground.SetParameter("SCR_ENABLE", 1);
        ground.Command((MavCmd)42701, 3).ShouldBe(MavResult.Unsupported);
        ground.Sprayer.Reboot();
        ground.Run(3);
        ground.Command((MavCmd)42701, 3).ShouldBe(MavResult.Accepted);
        ground.Texts().ShouldContain("Scripting: restarted");
    }

    [Fact]
    public void A_permission_given_between_two_swaths_is_taken_back_within_half_a_second_of_the_pumps_start()
    {
        var ground = WithScript();
        ground.Run(100, () => ground.Place.NorthM > 305);
        ground.Run(100, () => ground.Place.NorthM < 290);
        ground.Mode.ShouldBe(FlightMode.Auto, "the way home is an item of the mission");
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
        ground.Command(MavCmd.DoSprayer, 1).ShouldBe(MavResult.Accepted);
        ground.Run(3, () => ground.Sprayer.Truth.FlowLPerMin > 0);
        ground.Run(0.5, () => !ground.Sprayer.Truth.SprayPermitted);
        ground.Run(0.02);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
        // It tells twice a second.
        ground.Run(0.6);
        ground.All<NamedValueFloat>().Last().Value.ShouldBe(1, "it tells how often it stopped the pump");
    }

    [Fact]
    public void On_a_spray_leg_the_script_leaves_a_permission_alone()
    {
        var ground = WithScript();
        ground.Command(MavCmd.DoSprayer, 0).ShouldBe(MavResult.Accepted);
        ground.Run(1);
        ground.Command(MavCmd.DoSprayer, 1).ShouldBe(MavResult.Accepted);
        ground.Run(3);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBeGreaterThan(0);
    }

    private static GroundStation WithScript()
    {
        var ground = GroundStation.Of(null, ("SCR_ENABLE", 1));
        ground.Sprayer.PutFile("/APM/scripts/sprayer_guard.lua", OnBoardScripts.Content(OnBoardScripts.Guard));
        ground.Run(42);
        ground.StartMission(
        [
            ground.Waypoint(0, 0, 5), GroundStation.Takeoff(), GroundStation.Do(MavCmd.DoChangeSpeed, 1, 5, -1), ground.Waypoint(0, 10),
            GroundStation.Do(MavCmd.DoSprayer, 1), ground.Waypoint(0, 310), GroundStation.Do(MavCmd.DoSprayer), GroundStation.Do(MavCmd.NavReturnToLaunch),
        ]);
        ground.Run(100, () => ground.Place.NorthM > 100);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBeGreaterThan(0);
        return ground;
    }

    private static void Strike(GroundStation ground, Event what)
    {
        switch (what)
        {
            case Event.GroundLost: FailsafeTests.LoseGround(ground); break;
            case Event.BatteryLow: ground.Sprayer.SagBattery(12); break;
            default: ground.Sprayer.LoseRadioControl(true); break;
        }
    }
}
