using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>Points 1 to 7.</summary>
public abstract class SprayerPoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    [Fact]
    public async Task Point_01_do_sprayer_is_accepted_with_any_parameter_and_without_a_sprayer()
    {
        var ground = await FreshAsync(("SPRAY_ENABLE", 0));
        ground.Command(MavCmd.DoSprayer, 1).ShouldBe(MavResult.Accepted);
        ground.Command(MavCmd.DoSprayer, 2).ShouldBe(MavResult.Accepted);
        ground.SetParameter("SPRAY_ENABLE", 1).ShouldBe(1);
        ground.Command(MavCmd.DoSprayer, 2).ShouldBe(MavResult.Accepted);
        ground.Run(2);
        ((int)ground.Ask<ServoOutputRaw>().Servo9Raw).ShouldBeLessThanOrEqualTo(1000);
    }

    [Fact]
    public async Task Points_02_and_05_pump_follows_speed_stops_a_second_after_slowing_and_the_spinner_goes_with_it()
    {
        var ground = await FreshAsync(("SPRAY_SPINNER", 1300));
        ground.FlyToMidSwath(4);
        ground.Run(3);
        ((double)ground.Flown.PumpUs).ShouldBe(1000 + (ground.Flown.SpeedMps * 100), 12);
        ground.Flown.SpinnerUs.ShouldBe(1300);
        Note(2, $"{ground.Flown.PumpUs} us at {ground.Flown.SpeedMps:F2} m/s and 10 %");
        ground.SetParameter("SPRAY_PUMP_RATE", 60);
        ground.Run(2);
        ground.Flown.PumpUs.ShouldBe(2000, "clamped");
        ground.SetParameter("SPRAY_PUMP_RATE", 10);
        ground.Command(MavCmd.DoPauseContinue, 0).ShouldBe(MavResult.Accepted);
        ground.Run(20, () => ground.Flown.SpeedMps < 1);
        var slowS = ground.NowS;
        ground.Run(10, () => !ground.Flown.Pumping);
        Note(2, $"pump off {ground.NowS - slowS:F2} s after dropping below 1 m/s");
        (ground.NowS - slowS).ShouldBeInRange(0.9, 1.7);
        ground.Flown.PumpUs.ShouldBe(1000);
        ground.Flown.SpinnerUs.ShouldBe(1000);
    }

    [Fact]
    public async Task Point_03_the_permission_survives_rtl_landing_and_disarming_into_the_next_flight()
    {
        var ground = await FreshAsync();
        ground.FlyToMidSwath(5);
        var fromM = ground.Flown.Place.NorthM;
        ground.Switch(FlightMode.Rtl).ShouldBe(MavResult.Accepted);
        ground.Run(20, () => !ground.Flown.Pumping, "standing while it climbs");
        ground.Flown.SprayedM = ground.Flown.MaxSpeedMps = 0;
        ground.AwaitLanding();
        Note(3, $"RTL from {fromM:F0} m: {ground.Flown.SprayedM:F0} m sprayed, at most at {ground.Flown.MaxSpeedMps:F1} m/s");
        ground.Flown.SprayedM.ShouldBeGreaterThan(fromM * 0.8);
        ground.Run(3);
        ground.Upload([ground.Waypoint(0, 0), Missions.Takeoff(), ground.Waypoint(0, 80), Missions.Do(MavCmd.NavReturnToLaunch)]);
        ground.Arm();
        ground.Command(MavCmd.MissionStart).ShouldBe(MavResult.Accepted);
        ground.Run(60, () => ground.Flown.Pumping, "spraying to the first waypoint of a mission without a sprayer");
    }

    [Fact]
    public async Task Point_04_a_minimum_speed_of_nought_runs_the_pump_on_the_ground_disarmed()
    {
        var ground = await FreshAsync(("SPRAY_SPEED_MIN", 0), ("SPRAY_PUMP_MIN", 20));
        ground.Command(MavCmd.DoSprayer, 1);
        ground.Run(3);
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)1200);
        ground.Flown.Armed.ShouldBeFalse();
        ground.Command(MavCmd.DoSprayer);
        ground.Run(2);
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)1000, "point 5: off is the servo's minimum");
    }

    [Fact]
    public async Task Point_05_before_it_is_first_switched_on_there_is_no_pulse()
    {
        var ground = await FreshAsync(("SPRAY_ENABLE", 0));
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)0);
        ground.SetParameter("SPRAY_ENABLE", 1).ShouldBe(1);
        ground.Run(2);
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)0);
        ground.Command(MavCmd.DoSprayer);
        ground.Run(2);
        Note(5, $"after enabling and DO_SPRAYER 0: {ground.Ask<ServoOutputRaw>().Servo9Raw} us");
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)0);
        ground.Command(MavCmd.DoSprayer, 1);
        ground.Run(2);
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)1000);
    }

    [Fact]
    public async Task Point_06_do_set_servo_runs_the_pump_on_the_ground_until_the_sprayer_is_switched_on_not_off()
    {
        var ground = await FreshAsync();
        var pulses = new List<int> { Pulse() };
        ground.Command(MavCmd.DoSetServo, 9, 1800).ShouldBe(MavResult.Accepted);
        pulses.Add(Pulse());
        foreach (var permission in new[] { 0, 1, 0 })
        {
            ground.Command(MavCmd.DoSprayer, permission);
            pulses.Add(Pulse());
        }

        Note(6, $"channel 9 at first, after DO_SET_SERVO 1800, DO_SPRAYER 0, 1, 0: {string.Join(' ', pulses)} us");
        pulses.ShouldBe([0, 1800, 1800, 1000, 1000]);

        int Pulse()
        {
            ground.Run(2);
            return ground.Ask<ServoOutputRaw>().Servo9Raw;
        }
    }

    [Theory]
    [InlineData(4, 0.8)]
    [InlineData(7, 0.84)]
    public async Task Point_07_the_pump_starts_about_a_metre_late_and_stops_at_the_line_s_end(double speedMps, double meanOnM)
    {
        const int lines = 6;
        var ground = await FreshAsync();
        ground.StartMission(ground.Lines(speedMps, lines));
        ground.Watch(50);
        ground.Run(400, () => ground.Flown.Pump.Count >= 2 * lines, "all lines");
        var on = ground.Flown.Pump.Where(p => p.On).Select((p, i) => i % 2 == 0 ? p.Place.NorthM - 20 : 80 - p.Place.NorthM).Skip(1).ToList();
        var off = ground.Flown.Pump.Where(p => !p.On).Select((p, i) => i % 2 == 0 ? p.Place.NorthM - 80 : 20 - p.Place.NorthM).ToList();
        Note(7, $"{speedMps} m/s: on {on.Average():F2} m ({on.Min():F2}..{on.Max():F2}), off {off.Average():F2} m ({off.Min():F2}..{off.Max():F2})");
        on.Average().ShouldBe(meanOnM, 0.5);
        off.Average().ShouldBe(0.2, 0.4);
    }

    public sealed class OnSimulator(Airfield field) : SprayerPoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : SprayerPoints(field, VehicleKind.Sitl);
}
