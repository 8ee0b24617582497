using DroneFarm.Core.Checking;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Missions;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Orders given before a swath's ends, so that a late pump begins and ends on it.</summary>
public sealed class SwitchingTests
{
    private const string FieldWkt = "POLYGON ((0 0, 200 0, 200 20, 0 20, 0 0))";
    private static readonly Sprayer Late = Lab.Sprayer with { Switching = new Switching([new(0, 0.45, 0.45)], 0.1, "made up") };

    [Fact]
    public void The_order_on_comes_before_the_swath_and_the_order_off_before_its_end_and_the_plan_still_holds()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), Late);
        plan.ShouldHold().Fields.Single().CoveredM2.ShouldBe(4000, 1);
        foreach (var (item, swath) in SprayedTo(plan).Zip(plan.Sorties.SelectMany(s => s.SprayLegs)))
        {
            var along = (swath.To - swath.From).Unit;
            along.Dot(item.On - swath.From).ShouldBe(-0.45, 0.02);
            along.Dot(item.Off - swath.To).ShouldBe(-0.1, 0.02);
        }
    }

    [Fact]
    public void On_a_swath_that_begins_from_rest_the_order_on_comes_further_ahead_and_the_check_knows_by_how_much()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), Lab.Sprayer with { Switching = new Switching([new(0, 0.95, 0.95), new(1, 0.45, 0.45)], 0, "made up") });
        plan.ShouldHold();
        var aheadM = AheadM(plan);
        aheadM[0].ShouldBe(0.95, 0.02);
        aheadM.Skip(1).ShouldAllBe(m => Math.Abs(m - 0.45) < 0.02);
        var hasty = plan with { Sprayer = Lab.Sprayer with { Switching = new Switching([new(0, 0.45, 0.45)], 0, "made up") } };
        PlanCheck.Of(hasty).AllFindings.Count(f => f.Code == "check.spray.off-swath").ShouldBe(1);
    }

    [Fact]
    public void Near_an_obstacle_the_order_on_waits_for_the_swath()
    {
        // The field ends 2.6 m before a pole that keeps 2.5 m clear: 0.45 m back would be too near.
        var farm = Lab.Farm(Lab.Field(FieldWkt)) with { Obstacles = [Lab.Pole(-2.6, 2.5), Lab.Pole(202.6, 2.5)] };
        var plan = Lab.Plan(farm, Late);
        plan.ShouldHold();
        foreach (var (item, swath) in SprayedTo(plan).Zip(plan.Sorties.SelectMany(s => s.SprayLegs)).Where(p => p.Second.From.NorthM < 4))
            item.On.DistanceM(swath.From).ShouldBe(0, 0.02);
    }

    [Fact]
    public void Right_behind_another_swath_in_the_same_line_the_order_on_waits_for_the_swath()
    {
        var swath = new Swath(1, "1", new(100, 0), new(150, 0), 5, SwathKind.Mainland);
        var orders = new SwitchPoints(Lab.Late, [], []);
        // 0.764 m ahead would be on the end of the other, with its pump still running.
        var on = new LocalVector(50, 0);
        orders.On(swath, new LocalVector(0.764, 0), on).ShouldBe(swath.Start);
        orders.On(swath, new LocalVector(0, 0.764), on).DistanceM(swath.Start).ShouldBe(0.764, 0.001);
        orders.On(swath, new LocalVector(3, 0), on).DistanceM(swath.Start).ShouldBeGreaterThan(0.3);
        // So near that rounding hides the way's direction, or makes it nothing: it is another swath's end all the same.
        orders.On(swath, new LocalVector(0.06, 0.05), on).ShouldBe(swath.Start);
        orders.On(swath, new LocalVector(0, 0), on).ShouldBe(swath.Start);
        orders.On(swath, null, on).DistanceM(swath.Start).ShouldBeGreaterThan(0.3);
    }

    [Theory]
    [InlineData(-50, 0)]
    [InlineData(-20, 40)]
    public void Where_the_aircraft_turns_back_at_another_swaths_end_the_order_on_comes_ahead(double cameEastM, double cameNorthM)
    {
        var swath = new Swath(1, "1", new(100, 0), new(150, 0), 5, SwathKind.Mainland);
        var orders = new SwitchPoints(Lab.Late, [], []);
        foreach (var level in new LocalVector[] { new(0, 0), new(0.04, 0.03) })
            orders.On(swath, level, new LocalVector(cameEastM, cameNorthM)).DistanceM(swath.Start).ShouldBe(Lab.Late.LeastOnM(0), 0.001);
    }

    [Fact]
    public void Where_an_obstacle_forbids_the_whole_distance_the_order_on_comes_as_far_ahead_as_it_may()
    {
        var late = new Switching([new(0, 1, 1)], 0, "made up");
        var swath = new Swath(1, "1", new(0, 0), new(50, 0), 5, SwathKind.Mainland);
        double AheadM(double poleM) => new SwitchPoints(late, [Lab.Pole(poleM, 0)], []).On(swath, null, default).DistanceM(swath.Start);
        AheadM(-4).ShouldBe(1, 1e-9);
        AheadM(-3.4).ShouldBe(0.75, 1e-9);
        AheadM(-2.8).ShouldBe(0.25, 1e-9);
        AheadM(-2.6).ShouldBe(0);
    }

    [Theory]
    [InlineData(0.05, 170)]
    [InlineData(0.5, 113)]
    [InlineData(3, 110.5)]
    public void A_turn_that_rounding_may_make_blunter_is_not_taken_for_a_turn_back(double approachM, double turnDeg)
    {
        var swath = new Swath(1, "1", new(100, 0), new(150, 0), 5, SwathKind.Mainland);
        var from = turnDeg * Math.PI / 180;
        var aheadM = new SwitchPoints(Lab.Late, [], []).On(swath, new LocalVector(Math.Cos(from), Math.Sin(from)) * approachM, default).DistanceM(swath.Start);
        aheadM.ShouldBeLessThanOrEqualTo(Lab.Late.LeastOnM(approachM) + 0.02);
    }

    [Fact]
    public void After_a_longer_way_the_order_on_comes_further_ahead()
    {
        var switching = new Switching([new(0, 0.9, 1.3), new(4, 0.5, 1), new(8, 0.9, 1.6)], 0, "made up");
        switching.LeastOnM(2).ShouldBe(0.7, 1e-9);
        switching.LeastOnM(6).ShouldBe(0.7, 1e-9);
        switching.MeanOnM(30).ShouldBe(1.6);
        var plan = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), Lab.Sprayer with { Switching = new Switching([new(0, 0.2, 0.2), new(100, 1.2, 1.2)], 0, "made up") });
        plan.ShouldHold();
        // The ways between swaths are of one swath's width.
        var aheadM = AheadM(plan);
        aheadM[0].ShouldBe(0.2, 0.02);
        aheadM.Skip(1).ShouldAllBe(m => m > 0.22 && m < 0.35);
    }

    [Fact]
    public void The_mean_lateness_is_taken_only_where_the_ground_behind_the_swath_may_be_wetted()
    {
        var late = Lab.Sprayer with { Switching = new Switching([new(0, 0.4, 1)], 0, "made up") };
        // Along the field's long side swaths begin at its border: 1 m ahead, spray could begin 0.6 m outside.
        var whole = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), late);
        whole.ShouldHold();
        AheadM(whole).ShouldAllBe(m => Math.Abs(m - 0.4) < 0.02);
        // With an edge pass round the field they begin within it.
        var edged = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), late, options: new PlanOptions { EdgePass = EdgePassChoice.Always });
        edged.ShouldHold();
        AheadM(edged).ShouldContain(m => Math.Abs(m - 1) < 0.02);
    }

    [Fact]
    public void The_check_finds_spray_that_may_begin_outside_the_field()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), Late);
        // The same orders from a pump that may be as little as 0.1 m late.
        var early = plan with { Sprayer = Late with { Switching = new Switching([new(0, 0.1, 0.45)], 0.1, "made up") } };
        PlanCheck.Of(early).AllFindings.ShouldContain(f => f.Code == "check.off-target");
    }

    [Fact]
    public void The_check_refuses_an_order_further_ahead_than_the_pump_is_late()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), Late);
        var hasty = plan with { Sprayer = Late with { Switching = new Switching([new(0, 0.3, 0.3)], 0.1, "made up") } };
        PlanCheck.Of(hasty).AllFindings.ShouldContain(f => f.Code == "check.spray.off-swath");
        PlanCheck.Of(plan with { Sprayer = Lab.Sprayer }).AllFindings.ShouldContain(f => f.Code == "check.spray.off-swath");
    }

    [Fact]
    public void The_narrower_measured_pattern_is_planned_with_and_told()
    {
        var pattern = new DroneFarm.Core.Spraying.Patterns.SprayPattern(3, 5, [new(-2, 1), new(2, 1)], "made up");
        var plan = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), Lab.Sprayer with { Patterns = [pattern] });
        plan.Codes().ShouldContain("plan.swath.too-wide");
        // 4 m x (1 + 0.25²)
        plan.Sprayer.SwathWidthM.ShouldBe(4.25, 0.001);
        plan.Swaths.ShouldAllBe(s => s.WidthM <= 4.251);
        Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), Lab.Sprayer with { Patterns = [pattern], SwathWidthM = 0 }).Codes().ShouldContain("plan.swath.measured");
    }

    private static List<double> AheadM(Plan plan) =>
        [.. SprayedTo(plan).Zip(plan.Sorties.SelectMany(s => s.SprayLegs), (item, swath) => (swath.To - swath.From).Unit.Dot(swath.From - item.On))];

    private static IEnumerable<(DroneFarm.Core.Geo.LocalPoint On, DroneFarm.Core.Geo.LocalPoint Off)> SprayedTo(Plan plan)
    {
        foreach (var items in plan.Missions.Select(m => m.Items))
        {
            for (var i = 1; i + 1 < items.Count; i++)
            {
                if (items[i] is { Command: MissionCommand.Sprayer, Param1: 1 })
                    yield return (plan.Farm.Frame.ToLocal(items[i - 1].Place!.Value), plan.Farm.Frame.ToLocal(items[i + 1].Place!.Value));
            }
        }
    }
}
