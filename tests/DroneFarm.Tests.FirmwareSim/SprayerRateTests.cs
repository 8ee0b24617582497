using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>What sprayer_rate.lua does: DO_SEND_SCRIPT_MESSAGE items change the pump's law on the way.</summary>
public sealed class SprayerRateTests
{
    private const float Message = 5022;

    [Fact]
    public void A_message_on_a_border_changes_the_flow_and_the_pump_does_not_stop()
    {
        var ground = Carrying();
        ground.SetParameter("DFR_FULL_LPM", 8).ShouldBe(8);
        var (before, after, stops) = FlyAcross(ground, 0.6f, 1.2f);
        // 0.6 and 1.2 L/min per m/s of 8 at 5 m/s
        before.ShouldBe(3.0 / 8, 0.01);
        after.ShouldBe(6.0 / 8, 0.01);
        stops.ShouldBe(0);
    }

    [Fact]
    public void A_flow_that_no_pump_gives_becomes_no_spray()
    {
        var ground = Carrying();
        ground.SetParameter("DFR_FULL_LPM", 8).ShouldBe(8);
        var (before, after, _) = FlyAcross(ground, 0.6f, 9);
        before.ShouldBe(3.0 / 8, 0.01);
        after.ShouldBe(0);
        ground.Texts().ShouldContain(t => t.StartsWith("sprayer rate: 9.000", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_script_its_parameter_is_unknown_and_its_messages_change_nothing()
    {
        var ground = GroundStation.Of();
        var (before, after, _) = FlyAcross(ground, 0.6f, 1.2f);
        before.ShouldBe(0.5, 0.01);
        after.ShouldBe(0.5, 0.01);
        ground.SetParameter("DFR_FULL_LPM", 8).ShouldBeNull();
    }

    private static GroundStation Carrying()
    {
        var ground = GroundStation.Of(null, ("SCR_ENABLE", 1));
        ground.Sprayer.PutFile("/APM/scripts/sprayer_rate.lua", OnBoardScripts.Content(OnBoardScripts.Rate));
        ground.Run(2);
        return ground;
    }

    /// <summary>A line of 120 m at 5 m/s with a border in its middle: the pump's output 30 m before and after it, and how often it stopped between.</summary>
    private static (double Before, double After, int Stops) FlyAcross(GroundStation ground, float first, float second)
    {
        ground.StartMission(
        [
            ground.Waypoint(0, 0, 5), GroundStation.Takeoff(), GroundStation.Do(MavCmd.DoChangeSpeed, 1, 5, -1),
            ground.Waypoint(0, 20), GroundStation.Do(MavCmd.DoSendScriptMessage, Message, first), GroundStation.Do(MavCmd.DoSprayer, 1),
            ground.Waypoint(0, 80), GroundStation.Do(MavCmd.DoSendScriptMessage, Message, second), ground.Waypoint(0, 140), GroundStation.Do(MavCmd.DoSprayer),
            GroundStation.Do(MavCmd.NavReturnToLaunch),
        ]);
        var (before, after, stops, on) = (double.NaN, double.NaN, 0, false);
        ground.EachStep = () =>
        {
            var output = ground.Sprayer.Truth.FlowLPerMin;
            if (double.IsNaN(before) && ground.Place.NorthM > 50) before = output;
            if (double.IsNaN(after) && ground.Place.NorthM > 110) after = output;
            if (on && output == 0 && ground.Place.NorthM is > 30 and < 79) stops++;
            on = output > 0;
        };
        ground.Run(300, () => !double.IsNaN(after));
        var fullLPerMin = new DroneFarm.FirmwareSim.Body.BodyOptions().PumpMaxFlowLPerMin;
        return (before / fullLPerMin, after / fullLPerMin, stops);
    }
}
