using DroneFarm.Core.Checking;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Checking;

public sealed class FieldStageTests
{
    [Fact]
    public void A_boundary_that_is_not_the_farms_is_found() =>
        new HandPlan().Build().WithField(f => f with { Field = f.Field with { Boundary = HandPlan.Rectangle(0, 0, 101, 20) } }).Codes()
            .ShouldBe(["check.field.changed"]);

    [Fact]
    public void A_field_that_the_farm_does_not_have_is_found()
    {
        var plan = new HandPlan().Build();
        plan = plan with { Farm = plan.Farm with { Fields = [plan.Farm.Fields[0] with { Id = "X" }] } };
        plan.Codes().ShouldContain("check.field.unknown");
        PlanCheck.Of(plan).Passed.ShouldBeFalse();
    }

    [Fact]
    public void A_sprayable_area_beyond_the_field_is_found() =>
        new HandPlan().Build().WithField(f => f with { Sprayable = HandPlan.Rectangle(0, 0, 101, 20) }).Codes().ShouldBe(["check.field.sprayable"]);

    [Fact]
    public void A_mainland_beyond_the_sprayable_area_is_found() =>
        new HandPlan().Build().WithField(f => f with { Mainland = HandPlan.Rectangle(0, -1, 100, 20) }).Codes().ShouldBe(["check.field.mainland"]);

    [Fact]
    public void A_refused_field_that_is_sprayed_is_found() =>
        new HandPlan().Build().WithField(f => f with { Findings = [Finding.Error("check.field.unknown", "F1")] }).Codes().ShouldContain("check.field.refused");

    [Fact]
    public void A_swath_outside_the_field_is_off_target_to_the_square_metre()
    {
        var report = PlanCheck.Of(new HandPlan { Lines = [(0, 2.5, 100, 2.5), (100, 7.5, 0, 7.5), (0, 12.5, 100, 12.5), (100, 18, 0, 18)] }.Build());
        report.AllFindings.ShouldHaveSingleItem().Code.ShouldBe("check.off-target");
        // Half a metre over 100 m, less the millimetre of tolerance.
        report.OffTargetM2.ShouldBe(0.499 * 100, 1e-3);
        report.CoveredM2.ShouldBe(1950, 1e-6);
    }

    [Fact]
    public void Spray_in_the_buffer_of_a_zone_is_off_target()
    {
        var pond = new NoSprayZone("P", "鱼塘", ZoneKind.FishPond, HandPlan.Rectangle(20, -20, 40, -2), 3);
        var report = PlanCheck.Of(new HandPlan { Zones = [pond] }.Build());
        report.AllFindings.ShouldHaveSingleItem().Code.ShouldBe("check.off-target");
        // 20 m straight and 1 m deep, and at each end the round of 3 m cut by the field's edge: the half segment of a circle, 2 m from its centre.
        var segmentM2 = (9 * Math.Acos(2.0 / 3)) - (2 * Math.Sqrt(5));
        report.OffTargetM2.ShouldBe(20 + segmentM2, 0.05);
    }

    [Fact]
    public void Spray_in_the_clearance_of_an_obstacle_is_off_target_and_too_near()
    {
        var pole = new Obstacle("杆1", ObstacleKind.Pole, GeometryFactory.Default.CreatePoint(new Coordinate(50, 2.5)), 8, 1);
        var report = PlanCheck.Of(new HandPlan { Obstacles = [pole] }.Build());
        report.AllFindings.Select(f => f.Code).ShouldBe(["check.obstacle", "check.off-target"]);
        report.OffTargetM2.ShouldBe(Math.PI, 0.02);
    }

    [Fact]
    public void Overlap_counts_as_doubled_and_a_gap_as_missed()
    {
        var field = PlanCheck.Of(new HandPlan { Lines = [(0, 2.5, 100, 2.5), (100, 6.5, 0, 6.5), (0, 12.5, 100, 12.5), (100, 17.5, 0, 17.5)] }.Build()).Fields[0];
        field.DoubledM2.ShouldBe(100, 1e-6);
        field.CoveredM2.ShouldBe(1900, 1e-6);
    }

    [Fact]
    public void Ground_wetted_three_times_counts_twice_as_doubled() =>
        PlanCheck.Of(new HandPlan { Lines = [(0, 2.5, 100, 2.5), (100, 2.5, 0, 2.5), (0, 2.5, 100, 2.5), (100, 7.5, 0, 7.5)] }.Build()).DoubledM2
            .ShouldBe(1000, 1e-6);

    [Fact]
    public void A_field_left_half_dry_gets_a_warning() =>
        new HandPlan { Lines = [(0, 2.5, 100, 2.5), (100, 7.5, 0, 7.5)] }.Build().Codes().ShouldBe(["check.little-covered"]);

    [Fact]
    public void Spray_for_one_field_that_falls_into_its_planned_neighbour_is_not_off_target()
    {
        var plan = new HandPlan { Lines = [(0, 2.5, 100, 2.5), (100, 7.5, 0, 7.5), (0, 12.5, 100, 12.5), (100, 18, 0, 18)] }.Build();
        var neighbour = new Field("F2", "二号田", HandPlan.Rectangle(0, 20, 100, 21));
        plan = plan with { Farm = plan.Farm with { Fields = [.. plan.Farm.Fields, neighbour] } };
        plan = plan with { Fields = [.. plan.Fields, plan.Fields[0] with { Field = neighbour, Sprayable = neighbour.Boundary, Mainland = neighbour.Boundary, Swaths = [] }] };
        var report = PlanCheck.Of(plan);
        report.OffTargetM2.ShouldBe(0);
        report.Fields[1].CoveredM2.ShouldBe(50, 1e-6);
    }
}
