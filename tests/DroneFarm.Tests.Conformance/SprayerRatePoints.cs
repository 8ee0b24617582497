using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>What a prescription's missions count on: sprayer_rate.lua hears DO_SEND_SCRIPT_MESSAGE, and orders before a swath's ends spray on the swath.</summary>
public abstract class SprayerRatePoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    private const float Message = 5022;

    [Fact]
    public async Task A_message_at_a_border_changes_the_pump_without_stopping_it()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "ardupilot", "sprayer_rate.lua"), TestContext.Current.CancellationToken);
        var ground = await ScriptedAsync(script, ("SCR_ENABLE", 1));
        ground.Run(10, () => ground.Texts().Any(t => t.Contains("sprayer rate: running", StringComparison.Ordinal)), "the script");
        ground.SetParameter("DFR_FULL_LPM", 8).ShouldBe(8);
        ground.StartMission(
        [
            ground.Waypoint(0, 0), Missions.Takeoff(), Missions.Do(MavCmd.DoSprayer), Missions.Do(MavCmd.DoChangeSpeed, 1, 5, -1),
            ground.Waypoint(0, 20), Missions.Do(MavCmd.DoSendScriptMessage, Message, 0.6f), Missions.Do(MavCmd.DoSprayer, 1),
            ground.Waypoint(0, 80), Missions.Do(MavCmd.DoSendScriptMessage, Message, 1.2f), ground.Waypoint(0, 140), Missions.Do(MavCmd.DoSprayer),
            Missions.Do(MavCmd.NavReturnToLaunch),
        ]);
        ground.Watch(50);
        ground.Run(200, () => ground.Flown.Place.NorthM > 60, "the first half");
        var (before, speedBefore) = (ground.Flown.PumpUs, ground.Flown.SpeedMps);
        ground.Run(30, () => ground.Flown.PumpUs > before + 150, "the new rate");
        var (changedM, speedAt) = (ground.Flown.Place.NorthM, ground.Flown.SpeedMps);
        ground.Run(30, () => ground.Flown.Place.NorthM > 110, "the second half");
        Note(2, $"rate script: {before} us at {speedBefore:F1} m/s, then {ground.Flown.PumpUs} us; changed {changedM - 80:F1} m past the border at {speedAt:F1} m/s");
        // 0.6 and 1.2 L/min per m/s of 8 at 5 m/s: 37.5 and 75 %.
        ((double)before).ShouldBe(1375, 20);
        ((double)ground.Flown.PumpUs).ShouldBe(1750, 25);
        changedM.ShouldBe(80, 3.5);
        speedAt.ShouldBe(5, 0.3);
        ground.Flown.Pump.Count(p => !p.On && p.Place.NorthM < 100).ShouldBe(0);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public async Task Orders_before_a_line_s_ends_spray_on_the_line(double speedMps)
    {
        const int lines = 8;
        const double leastOnM = 0.45, offM = 0.1;
        var ground = await FreshAsync();
        List<MissionItemInt> items = [ground.Waypoint(0, 0), Missions.Takeoff(), Missions.Do(MavCmd.DoChangeSpeed, 1, (float)speedMps, -1)];
        for (var i = 0; i < lines; i++)
        {
            double from = i % 2 == 0 ? 20 : 80, to = 100 - from, ahead = i % 2 == 0 ? 1 : -1;
            items.AddRange(
            [
                ground.Waypoint(i * 5, from - (ahead * leastOnM)), Missions.Do(MavCmd.DoSprayer, 1), ground.Waypoint(i * 5, to - (ahead * offM)), Missions.Do(MavCmd.DoSprayer),
            ]);
        }

        items.Add(Missions.Do(MavCmd.NavReturnToLaunch));
        ground.StartMission(items);
        ground.Watch(50);
        ground.Run(400, () => ground.Flown.Pump.Count >= 2 * lines, "all lines");
        var on = ground.Flown.Pump.Where(p => p.On).Select((p, i) => i % 2 == 0 ? p.Place.NorthM - 20 : 80 - p.Place.NorthM).ToList();
        var off = ground.Flown.Pump.Where(p => !p.On).Select((p, i) => i % 2 == 0 ? p.Place.NorthM - 80 : 20 - p.Place.NorthM).ToList();
        Note(7, $"{speedMps} m/s, orders {leastOnM} and {offM} m ahead: on {on.Average():F2} m ({on.Min():F2}..{on.Max():F2}), off {off.Average():F2} m ({off.Min():F2}..{off.Max():F2})");
        on.Min().ShouldBeGreaterThan(-0.15);
        on.Average().ShouldBeLessThan(0.9);
        off.Average().ShouldBe(0, 0.4);
    }

    public sealed class OnSimulator(Airfield field) : SprayerRatePoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : SprayerRatePoints(field, VehicleKind.Sitl);
}
