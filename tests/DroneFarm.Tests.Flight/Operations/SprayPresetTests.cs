using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Operations;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class SprayPresetTests
{
    private static readonly PumpCalibration Pump = new(4);
    private static readonly Sortie Sortie = Missions.Plan(1).Sorties[0];

    [Fact]
    public void Speed_times_rate_gives_the_flow_of_the_dose()
    {
        var preset = SprayPreset.For(Missions.Sprayer, Missions.Job, Pump, Sortie);
        // 22.5 L/ha x 5 m x 5 m/s x 0.006 = 3.375 L/min of 4: 84.375 % at 5 m/s is 16.875 % at 1 m/s.
        Of(preset, "SPRAY_PUMP_RATE").ShouldBe(16.875f, 0.001f);
        // 0.5 of 4 L/min; and 0.675 L/min at 1 m/s, so 0.5 at 0.74 m/s.
        Of(preset, "SPRAY_PUMP_MIN").ShouldBe(12);
        Of(preset, "SPRAY_SPEED_MIN").ShouldBe(74);
        Of(preset, "RTL_ALT").ShouldBe(600);
        preset.Refusals.ShouldBeEmpty();
        preset.Settings[0].Name.ShouldBe("SPRAY_ENABLE");
    }

    [Fact]
    public void Narrower_swaths_get_a_slower_pump_so_that_the_litres_of_the_sortie_hold()
    {
        SprayLeg Leg(double lengthM, double widthM) => new(new Swath(1, "1", new LocalPoint(0, 0), new LocalPoint(lengthM, 0), widthM, SwathKind.Mainland));
        var preset = SprayPreset.For(Missions.Sprayer, Missions.Job, Pump, Sortie with { Legs = [Leg(100, 4), Leg(300, 5)] });
        // (100 x 4 + 300 x 5) / 400 = 4.75 m instead of 5.
        Of(preset, "SPRAY_PUMP_RATE").ShouldBe(16.875f * 4.75f / 5, 0.001f);
    }

    [Fact]
    public void A_dose_beyond_the_pump_is_refused_since_the_autopilot_would_clamp_it_in_silence()
    {
        var preset = SprayPreset.For(Missions.Sprayer, Missions.Job with { RateLPerHa = 30 }, Pump, Sortie);
        preset.Refusals.ShouldHaveSingleItem().Key.ShouldBe("flight.preset.pump-too-small");
    }

    [Fact]
    public void A_pump_minimum_without_a_speed_minimum_is_refused_since_it_ran_on_the_ground() =>
        SprayPreset.RefuseDangerous([new("SPRAY_PUMP_MIN", 5), new("SPRAY_SPEED_MIN", 0)]).ShouldHaveSingleItem().Key.ShouldBe("flight.preset.pump-on-ground");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, 0)]
    [InlineData(1010, 0)]
    [InlineData(1500, 2)]
    [InlineData(2000, 4)]
    [InlineData(2100, 4)]
    public void Flow_follows_the_pulse_in_a_straight_line(int pulseUs, double flowLPerMin) => Pump.FlowLPerMin(pulseUs).ShouldBe(flowLPerMin, 1e-9);

    private static float Of(SprayPreset preset, string name) => preset.Settings.Single(s => s.Name == name).Value;
}
