using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>Point 18 with its figures, and 36: what is left of a mission's settings after a break.</summary>
public abstract class ResumePoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    [Fact]
    public async Task Point_18_brake_and_back_goes_on_with_the_same_item_and_forgets_the_speed()
    {
        var ground = await BrokenOffAsync();
        var item = ground.Ask<MissionCurrent>().Seq;
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Accepted);
        ground.Flown.MaxSpeedMps = 0;
        ground.Run(9);
        ground.Ask<MissionCurrent>().Seq.ShouldBe(item);
        Note(18, $"asked 4 m/s, after BRAKE and AUTO {ground.Flown.MaxSpeedMps:F1} m/s");
        ground.Flown.MaxSpeedMps.ShouldBe(8, 0.5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(3)]
    public async Task Point_18_a_speed_sent_again_while_the_vehicle_accelerates_is_overshot_first(double afterS)
    {
        var ground = await BrokenOffAsync();
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Accepted);
        ground.Run(afterS);
        var speedThen = ground.Flown.SpeedMps;
        ground.Command(MavCmd.DoChangeSpeed, 1, 4).ShouldBe(MavResult.Accepted);
        ground.Flown.MaxSpeedMps = 0;
        ground.Run(12);
        Note(18, $"4 m/s sent {afterS} s after AUTO at {speedThen:F1} m/s: at most {ground.Flown.MaxSpeedMps:F1}, then {ground.Flown.SpeedMps:F1} m/s");
        ground.Flown.SpeedMps.ShouldBe(4, 0.4);
    }

    [Fact]
    public async Task Points_18_and_36_a_sprayer_switched_off_in_the_break_stays_off()
    {
        var ground = await BrokenOffAsync();
        ground.Command(MavCmd.DoSprayer).ShouldBe(MavResult.Accepted);
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Accepted);
        ground.Run(8);
        ground.Flown.SpeedMps.ShouldBeGreaterThan(4);
        ground.Flown.Pumping.ShouldBeFalse();
    }

    [Fact]
    public async Task Point_18_mis_restart_begins_at_item_1()
    {
        var ground = await BrokenOffAsync(("MIS_RESTART", 1));
        var mark = ground.Heard.Count;
        ground.Switch(FlightMode.Auto).ShouldBe(MavResult.Accepted);
        ground.Await<Statustext>(mark, t => t.Text.ToText().StartsWith("Mission: 1", StringComparison.Ordinal), 10);
    }

    public sealed class OnSimulator(Airfield field) : ResumePoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : ResumePoints(field, VehicleKind.Sitl);

    /// <summary>Standing in BRAKE on the swath it flew at 4 m/s, WPNAV_SPEED being 8 m/s.</summary>
    private async Task<GroundStation> BrokenOffAsync(params (string Name, double Value)[] parameters)
    {
        var ground = await FreshAsync([("WPNAV_SPEED", 800), .. parameters]);
        ground.FlyToMidSwath(4);
        ground.Flown.SpeedMps.ShouldBe(4, 0.2);
        ground.Switch(FlightMode.Brake).ShouldBe(MavResult.Accepted);
        ground.Run(4);
        return ground;
    }
}
