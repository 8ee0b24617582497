using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>
/// The pump is at its minimum at most 2 s after the vehicle leaves AUTO, whatever took it out: a vehicle as it is set up for spraying (mission tail, guard script),
/// and nobody on the ground who would switch anything off. An event in the middle of a swath flown at 5 m/s.
/// </summary>
public abstract class SprayOffSuite(Airfield field, VehicleKind kind) : Points(field, kind)
{
    private const double MostS = 2;
    private const int SwathsEnd = 7; // of GroundStation.Swath: what follows is DO_SPRAYER 0 and the way home
    private const float ForceReboot = 20190226;

    [Theory]
    [InlineData(SprayOffCause.GroundLost, FlightMode.AutoRtl)]
    [InlineData(SprayOffCause.RadioLost, FlightMode.AutoRtl)]
    [InlineData(SprayOffCause.BatteryLow, FlightMode.AutoRtl)]
    [InlineData(SprayOffCause.BatteryCritical, FlightMode.Land)]
    [InlineData(SprayOffCause.FenceBreached, FlightMode.Rtl)]
    [InlineData(SprayOffCause.GpsLost, FlightMode.Land)]
    [InlineData(SprayOffCause.PilotRtl, FlightMode.Rtl)]
    [InlineData(SprayOffCause.PilotLand, FlightMode.Land)]
    [InlineData(SprayOffCause.PilotBrake, FlightMode.Brake)]
    [InlineData(SprayOffCause.PilotLoiter, FlightMode.Loiter)]
    public async Task The_pump_is_at_its_minimum_within_2_seconds_of_leaving_auto(SprayOffCause cause, FlightMode mode)
    {
        var ground = await SetUpAsync(critical: cause == SprayOffCause.BatteryCritical);
        if (cause == SprayOffCause.FenceBreached) DrawFenceAcross(ground);
        ground.FlyToMidSwath(5, landStart: true);
        var struckS = ground.Strike(cause);
        ground.Run(60, () => ground.Flown.Mode == mode, mode.ToString());
        var (modeS, offS, sprayedM) = ground.WatchPump();
        Note(35, $"spray-off: {cause}: mode {(int)mode} after {modeS - struckS:F2} s, pump at minimum {offS:F2} s later, {sprayedM:F1} m sprayed");
        offS.ShouldBeLessThan(MostS);
        ground.Flown.SprayedM = 0;
        ground.Run(8);
        ground.Flown.SprayedM.ShouldBe(0, "it runs again");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_the_last_swath_the_pump_stays_at_its_minimum_to_the_ground_and_after_it(bool ordersForgotten)
    {
        var ground = await SetUpAsync();
        var items = ground.Swath(5, landStart: !ordersForgotten);
        if (ordersForgotten) items = [.. items.Where((item, i) => i < SwathsEnd || item.Command != MavCmd.DoSprayer)];
        ground.StartMission(items);
        ground.Run(200, () => ground.Flown.Place.NorthM > 300, "the swath's end");
        ground.Flown.Pumping.ShouldBeTrue();
        ground.Run(60, () => !ground.Flown.Pumping, "pump off");
        var offM = ground.Flown.Place.NorthM - 310;
        offM.ShouldBeLessThan(3);
        ground.Flown.SprayedM = 0;
        ground.AwaitLanding();
        ground.Run(3);
        Note(35, $"spray-off: mission end{(ordersForgotten ? ", DO_SPRAYER 0 forgotten" : "")}: pump at minimum {offM:F1} m past the swath's end, in AUTO; {ground.Flown.SprayedM:F1} m sprayed on the way home");
        // Standing at the swath's end the pump stops by itself; the permission that was forgotten starts it on the way home until the guard's second look.
        ground.Flown.SprayedM.ShouldBeLessThan(ordersForgotten ? 3 : 0.01);
        ground.Flown.Pumping.ShouldBeFalse();
    }

    [Fact]
    public async Task After_a_reboot_in_the_swath_no_output_is_above_the_minimum_again()
    {
        var ground = await SetUpAsync();
        ground.FlyToMidSwath(5, landStart: true);
        ground.Vehicle.Pace(1);
        var mark = ground.Heard.Count;
        var rebootS = ground.NowS;
        ground.Send(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.PreflightRebootShutdown, Param1 = 1, Param6 = ForceReboot });
        ground.Run(30, IsBack, "the start after the reboot");
        var from = ground.Heard.Count;
        ground.Stream<ServoOutputRaw>(20);
        ground.Run(5);
        var outputs = ground.Timed<ServoOutputRaw>(from).ToList();
        Note(35, $"spray-off: reboot in flight: {outputs.Count} reports from {outputs[0].AtS - rebootS:F1} s after the order on, all at the minimum");
        outputs.ShouldAllBe(o => o.Message.Servo9Raw <= 1000);

        // It flew armed before: a heartbeat that is not is one of the new start.
        bool IsBack() => ground.All<Heartbeat>(mark).Any(b => b.Autopilot == MavAutopilot.Ardupilotmega && !b.BaseMode.HasFlag(MavModeFlag.SafetyArmed));
    }

    public sealed class OnSimulator(Airfield field) : SprayOffSuite(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : SprayOffSuite(field, VehicleKind.Sitl);

    /// <summary>As spray.parm has it, with the bounds of this vehicle's battery and the failsafe of the ground station for when it is meant.</summary>
    private async Task<GroundStation> SetUpAsync(bool critical = false)
    {
        (string, double)[] parameters =
        [
            ("RTL_ALT", 500), ("FS_GCS_ENABLE", 0), ("FS_THR_ENABLE", 6), ("BATT_LOW_TIMER", 2), ("BATT_FS_LOW_ACT", 6), ("BATT_FS_CRT_ACT", 1),
            ("FENCE_TYPE", 4), ("FENCE_ACTION", 1), ("SCR_ENABLE", 1),
        ];
        var ground = await ScriptedAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "ardupilot", "sprayer_guard.lua")), parameters);
        ground.SetParameter(critical ? "BATT_CRT_VOLT" : "BATT_LOW_VOLT", (float)ground.Vehicle.LowBatteryV);
        ground.SetParameter(critical ? "BATT_LOW_VOLT" : "BATT_CRT_VOLT", 0);
        return ground;
    }

    private static void DrawFenceAcross(GroundStation ground)
    {
        MissionItemInt[] zone = [.. new (double E, double N)[] { (-20, 160), (20, 160), (20, 180), (-20, 180) }.Select(c => ground.Corner(c.E, c.N, 4, inside: false))];
        ground.AwaitPosition();
        ground.Upload(zone, MavMissionType.Fence).ShouldBe(MavMissionResult.Accepted);
        ground.SetParameter("FENCE_ENABLE", 1);
    }
}
