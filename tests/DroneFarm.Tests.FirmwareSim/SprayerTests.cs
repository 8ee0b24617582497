using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>Points 1 to 7 of ARDUPILOT.md.</summary>
public sealed class SprayerTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void Do_sprayer_is_acknowledged_even_where_it_does_nothing(double enabled, float parameter)
    {
        var ground = GroundStation.Of(null, ("SPRAY_ENABLE", enabled));
        ground.Run(2);
        ground.Command(MavCmd.DoSprayer, parameter).ShouldBe(MavResult.Accepted);
        ground.Run(2);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeFalse();
    }

    [Fact]
    public void The_pump_stands_still_on_the_ground_though_it_is_permitted()
    {
        var ground = GroundStation.Of();
        ground.Run(2);
        ground.Command(MavCmd.DoSprayer, 1);
        ground.Run(3);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeTrue();
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
    }

    [Fact]
    public void Pump_output_is_speed_times_rate_mapped_on_the_servo_range()
    {
        var ground = SprayingAt(4);
        // 3.93 m/s at 10 % per m/s gave 1393 us on 1000-2000: 1000 + 10 x 100 x 3.93 / 10.
        var speed = ground.Sprayer.Truth.GroundSpeedMps;
        ((double)ground.Ask<ServoOutputRaw>().Servo9Raw).ShouldBe(1000 + (speed * 100), 8);
    }

    [Fact]
    public void Pump_output_is_clamped_at_the_servo_maximum_without_a_word()
    {
        var ground = SprayingAt(6, ("SPRAY_PUMP_RATE", 30));
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)2000);
        ground.Texts().ShouldNotContain(t => t.Contains("pump", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_spinner_runs_exactly_while_the_pump_does()
    {
        var ground = SprayingAt(4, ("SPRAY_SPINNER", 1300));
        ground.Ask<ServoOutputRaw>().Servo10Raw.ShouldBe((ushort)1300);
        ground.Command(MavCmd.DoSprayer);
        ground.Ask<ServoOutputRaw>().Servo10Raw.ShouldBe((ushort)1000);
    }

    [Fact]
    public void Off_is_the_servo_minimum_and_before_first_use_no_pulse_at_all()
    {
        var ground = GroundStation.Of(null, ("SPRAY_ENABLE", 0));
        ground.Run(2);
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)0);
        ground.SetParameter("SPRAY_ENABLE", 1).ShouldBe(1);
        ground.Command(MavCmd.DoSprayer);
        ground.Run(1);
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)0);
        ground.Command(MavCmd.DoSprayer, 1);
        ground.Run(1);
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)1000);
    }

    [Fact]
    public void The_pump_stops_a_second_and_a_look_after_the_vehicle_slows_down()
    {
        var ground = SprayingAt(4);
        ground.Command(MavCmd.DoPauseContinue, 0).ShouldBe(MavResult.Accepted);
        ground.Run(10, () => ground.Sprayer.Truth.GroundSpeedMps < 1);
        var slow = ground.NowS;
        ground.Run(5, () => ground.Sprayer.Truth.FlowLPerMin == 0);
        (ground.NowS - slow).ShouldBeInRange(1.0, 1.7);
    }

    [Fact]
    public void A_minimum_speed_of_nought_sprays_on_the_ground_disarmed()
    {
        var ground = GroundStation.Of(null, ("SPRAY_SPEED_MIN", 0), ("SPRAY_PUMP_MIN", 20));
        ground.Run(2);
        ground.Command(MavCmd.DoSprayer, 1);
        ground.Run(2);
        ground.Sprayer.Truth.Armed.ShouldBeFalse();
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0.2 * 8, 1e-6);
    }

    [Fact]
    public void The_permission_survives_rtl_landing_and_disarming_into_the_next_flight()
    {
        var ground = SprayingAt(5);
        ground.Command(MavCmd.NavReturnToLaunch).ShouldBe(MavResult.Accepted);
        ground.Run(7);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0, "standing while it climbs");
        ground.Run(60, () => ground.Sprayer.Truth.FlowLPerMin > 0);
        ground.Mode.ShouldBe(FlightMode.Rtl);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        ground.Sprayer.Truth.SprayPermitted.ShouldBeTrue();
        ground.StartMission([ground.Waypoint(0, 0), GroundStation.Takeoff(), ground.Waypoint(0, 80), GroundStation.Do(MavCmd.NavReturnToLaunch)]);
        ground.Run(40, () => ground.Sprayer.Truth.FlowLPerMin > 0);
    }

    [Fact]
    public void Do_set_servo_runs_the_pump_and_do_sprayer_off_does_not_stop_it()
    {
        var ground = GroundStation.Of();
        ground.Run(2);
        ground.Command(MavCmd.DoSetServo, 9, 1800).ShouldBe(MavResult.Accepted);
        ground.Run(1);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0.8 * 8, 1e-6);
        ground.Command(MavCmd.DoSprayer);
        ground.Run(1);
        ground.Ask<ServoOutputRaw>().Servo9Raw.ShouldBe((ushort)1800);
        ground.Command(MavCmd.DoSprayer, 1);
        ground.Run(1);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
    }

    [Theory]
    [InlineData(4, 0.8, 2.4, 0.3)]
    [InlineData(7, 0.84, 2.4, 0.7)]
    public void The_pump_starts_about_a_metre_late_and_stops_where_the_line_ends(double speedMps, double meanOnM, double mostOnM, double mostOffM)
    {
        var ground = GroundStation.Of();
        var items = Lines(ground, speedMps, 8);
        ground.StartMission(items);
        List<double> on = [], off = [];
        var spraying = false;
        ground.EachStep = () =>
        {
            var now = ground.Sprayer.Truth.FlowLPerMin > 0;
            if (now == spraying) return;
            spraying = now;
            var fromSouthM = ground.Place.NorthM - 20;
            var northward = Math.Round(ground.Place.EastM / 5) % 2 == 0;
            if (now) on.Add(northward ? fromSouthM : 60 - fromSouthM);
            else off.Add(northward ? fromSouthM - 60 : -fromSouthM);
        };
        ground.Run(400, () => off.Count == 8);
        on.Skip(1).Average().ShouldBe(meanOnM, 0.4);
        on.Skip(1).Max().ShouldBeLessThan(mostOnM);
        off.Max().ShouldBeLessThan(mostOffM + 0.3);
        off.Min().ShouldBeGreaterThan(-0.6);
    }

    internal static List<MissionItemInt> Lines(GroundStation ground, double speedMps, int lines, bool landStart = false)
    {
        List<MissionItemInt> items = [ground.Waypoint(0, 0, 5), GroundStation.Takeoff(), GroundStation.Do(MavCmd.DoChangeSpeed, 1, (float)speedMps, -1)];
        for (var i = 0; i < lines; i++)
        {
            items.Add(ground.Waypoint(i * 5, i % 2 == 0 ? 20 : 80));
            items.Add(GroundStation.Do(MavCmd.DoSprayer, 1));
            items.Add(ground.Waypoint(i * 5, i % 2 == 0 ? 80 : 20));
            items.Add(GroundStation.Do(MavCmd.DoSprayer));
        }

        if (landStart) items.Add(ground.Waypoint(0, 0, 0, MavCmd.DoLandStart));
        items.Add(GroundStation.Do(MavCmd.DoSprayer));
        items.Add(GroundStation.Do(MavCmd.NavReturnToLaunch));
        return items;
    }

    /// <summary>In the middle of a 300 m swath.</summary>
    internal static GroundStation SprayingAt(double speedMps, params (string Name, double Value)[] parameters) =>
        MidSwath(speedMps, landStart: false, parameters);

    internal static GroundStation MidSwath(double speedMps, bool landStart, params (string Name, double Value)[] parameters)
    {
        var ground = GroundStation.Of(null, parameters);
        List<MissionItemInt> items =
        [
            ground.Waypoint(0, 0, 5), GroundStation.Takeoff(), GroundStation.Do(MavCmd.DoSprayer), GroundStation.Do(MavCmd.DoChangeSpeed, 1, (float)speedMps, -1),
            ground.Waypoint(0, 10), GroundStation.Do(MavCmd.DoSprayer, 1), ground.Waypoint(0, 310), GroundStation.Do(MavCmd.DoSprayer),
        ];
        if (landStart) items.Add(ground.Waypoint(0, 0, 0, MavCmd.DoLandStart));
        items.Add(GroundStation.Do(MavCmd.DoSprayer));
        items.Add(GroundStation.Do(MavCmd.NavReturnToLaunch));
        ground.StartMission(items);
        ground.Run(120, () => ground.Place.NorthM > 160);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBeGreaterThan(0);
        return ground;
    }
}
