using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>What of the table "Spray-off without a link" holds without the whole set-up, and points 33, 34 and 36: an event in the middle of a swath flown at 5 m/s, RTL_ALT 5 m.</summary>
public abstract class SprayOffPoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    [Theory]
    [InlineData(SprayOffCause.GroundLost, 5.7)]
    [InlineData(SprayOffCause.BatteryLow, 2.9)]
    [InlineData(SprayOffCause.RadioLost, 1.7)]
    public async Task Point_33_with_a_land_start_the_pump_is_off_as_soon_as_the_failsafe_acts(SprayOffCause what, double measuredS)
    {
        var ground = await MidSwathAsync(landStart: true, script: false);
        var struckS = ground.Strike(what);
        ground.Run(30, () => ground.Flown.Mode == FlightMode.AutoRtl, "AUTO_RTL");
        var (modeS, offS, sprayedM) = ground.WatchPump();
        Note(33, $"{what}, land start, no script: mode 27 after {modeS - struckS:F2} s (notes {measuredS}), pump off {offS:F2} s later, {sprayedM:F1} m sprayed");
        offS.ShouldBeLessThan(0.5);
        sprayedM.ShouldBeLessThan(3);
        ground.AwaitLanding();
        ground.Flown.Place.DistanceM(new(0, 0)).ShouldBeLessThan(1.5);
    }

    [Theory]
    [InlineData(SprayOffCause.GroundLost, true)]
    [InlineData(SprayOffCause.PilotRtl, false)]
    public async Task Table_without_land_start_and_script_the_way_home_is_sprayed(SprayOffCause what, bool failsafe)
    {
        var ground = await MidSwathAsync(landStart: !failsafe, script: false);
        var fromM = ground.Flown.Place.NorthM;
        ground.Strike(what);
        ground.Run(30, () => ground.Flown.Mode == FlightMode.Rtl, "RTL");
        ground.Flown.SprayedM = 0;
        ground.AwaitLanding();
        Note(33, $"{what}, {(failsafe ? "no land start" : "land start")}, no script: {ground.Flown.SprayedM:F0} m sprayed on the way home from about {fromM:F0} m");
        ground.Flown.SprayedM.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Point_36_coming_back_to_auto_does_not_switch_the_sprayer_on_by_itself()
    {
        var ground = await MidSwathAsync(landStart: false, script: true);
        ground.Switch(FlightMode.Brake).ShouldBe(MavResult.Accepted);
        ground.Run(3);
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Accepted);
        ground.Run(8);
        ground.Flown.SpeedMps.ShouldBeGreaterThan(4);
        ground.Flown.Pumping.ShouldBeFalse();
    }

    [Fact]
    public async Task Point_34_a_land_start_without_a_place_stops_the_firmware_at_the_failsafe()
    {
        var ground = await FreshAsync(("FS_THR_ENABLE", 6));
        ground.StartMission(
        [
            ground.Waypoint(0, 0), Missions.Takeoff(), ground.Waypoint(0, 100),
            Missions.Do(MavCmd.DoLandStart), Missions.Do(MavCmd.DoSprayer), Missions.Do(MavCmd.NavReturnToLaunch),
        ]);
        ground.Run(60, () => ground.Flown.Place.NorthM > 30);
        ground.Vehicle.LoseRadioControl(true);
        if (IsSitl)
        {
            Should.Throw<InvalidOperationException>(() => ground.Run(30));
            return;
        }

        ground.Run(5);
        var mark = ground.Heard.Count;
        ground.Run(5);
        ground.Heard.Count.ShouldBe(mark, "not a word more");
    }

    public sealed class OnSimulator(Airfield field) : SprayOffPoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : SprayOffPoints(field, VehicleKind.Sitl);

    private async Task<GroundStation> MidSwathAsync(bool landStart, bool script)
    {
        (string, double)[] parameters =
            [("RTL_ALT", 500), ("FS_GCS_ENABLE", 0), ("FS_THR_ENABLE", 6), ("BATT_LOW_TIMER", 2), ("BATT_FS_LOW_ACT", 6), ("SCR_ENABLE", script ? 1 : 0)];
        var guard = Path.Combine(AppContext.BaseDirectory, "ardupilot", "sprayer_guard.lua");
        var ground = script ? await ScriptedAsync(await File.ReadAllTextAsync(guard), parameters) : await FreshAsync(parameters);
        ground.SetParameter("BATT_LOW_VOLT", (float)ground.Vehicle.LowBatteryV);
        ground.FlyToMidSwath(5, landStart);
        return ground;
    }
}
