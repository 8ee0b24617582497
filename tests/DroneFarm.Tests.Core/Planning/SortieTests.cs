using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Planning;

public sealed class SortieTests
{
    [Fact]
    public void A_field_larger_than_a_tank_takes_several_sorties_that_break_at_swath_ends()
    {
        // 4 ha x 22.5 L/ha = 90 L: three tanks of 30 L at least.
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))")));
        plan.ShouldHold();
        plan.Sorties.Count.ShouldBeGreaterThanOrEqualTo(4);
        plan.Sorties.ShouldAllBe(s => s.Litres <= 30 && s.EnergyWh <= Lab.Sprayer.UsableWh);
        plan.Sorties.Sum(s => s.Litres).ShouldBe(90, 0.1);
        plan.Sorties.SelectMany(s => s.SprayLegs).ShouldAllBe(l => l.LengthM > 199);
    }

    [Fact]
    public void A_swath_longer_than_a_tank_is_flown_in_parts()
    {
        // 5 m x 400 m x 22.5 L/ha = 4.5 L a swath, with a tank of 3 L.
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 400 0, 400 10, 0 10, 0 0))")), Lab.Sprayer with { TankL = 3 });
        plan.ShouldHold();
        plan.Sorties.Count.ShouldBe(4);
        plan.Fields[0].Swaths.Count.ShouldBe(2);
        plan.Sorties.Sum(s => s.SprayedM).ShouldBe(800, 0.1);
    }

    [Fact]
    public void A_mission_that_the_autopilot_cannot_store_is_split()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))")), Lab.Sprayer with { MissionItemLimit = 40 });
        plan.ShouldHold();
        plan.Missions.Count.ShouldBeGreaterThan(1);
        plan.Missions.ShouldAllBe(m => m.Items.Count < 40);
    }

    [Fact]
    public void Too_much_flow_for_the_pump_makes_the_aircraft_slower()
    {
        // 22.5 L/ha x 5 m x 5 m/s is 3.375 L/min; a pump of 2.7 L/min allows 4 m/s.
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))")), Lab.Sprayer with { PumpMaxFlowLPerMin = 2.7 });
        plan.ShouldHold();
        plan.Job.SpeedMps.ShouldBe(4, 0.01);
        plan.Findings.ShouldHaveSingleItem().Code.ShouldBe("plan.flow.slower");
        plan.Missions[0].Items.ShouldContain(i => i.Command == MissionCommand.ChangeSpeed && Math.Abs(i.Param2 - 4) < 0.01);
    }

    [Fact]
    public void A_rate_that_the_pump_cannot_give_at_any_speed_is_refused()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))")), Lab.Sprayer with { PumpMaxFlowLPerMin = 0.9, PumpMinFlowLPerMin = 0.1 });
        var finding = plan.AllFindings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity).ShouldBe(("plan.flow.over", Severity.Error));
        plan.Missions.ShouldBeEmpty();
        plan.Sorties.ShouldBeEmpty();
    }

    [Fact]
    public void Too_little_flow_for_the_pump_is_a_warning() =>
        Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))")), Lab.Sprayer with { PumpMinFlowLPerMin = 3.5 })
            .Findings.ShouldHaveSingleItem().Code.ShouldBe("plan.flow.under");

    [Fact]
    public void A_farm_without_a_refill_point_gets_one_at_a_field_and_says_so()
    {
        var farm = Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))")) with { RefillPoints = [] };
        var plan = Lab.Plan(farm);
        plan.ShouldHold();
        plan.Findings.ShouldHaveSingleItem().Code.ShouldBe("plan.refill.assumed");
    }
}
