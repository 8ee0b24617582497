using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Tests.Core.Checking;

namespace DroneFarm.Tests.Core.Coverage;

public sealed class AsAppliedMapTests
{
    private static readonly Plan Plan = new HandPlan().Build();

    [Fact]
    public void A_flight_as_planned_wets_the_field_once_and_nothing_else()
    {
        var applied = AsAppliedMap.Of(Plan, Flown.AsPlanned().Log());
        applied.Passes.Count.ShouldBe(4);
        // A report each metre tells the place of switching to half a metre at best: 5 m² at an end.
        applied.Sprayed.Area.ShouldBe(2000, 45);
        applied.Missed.Area.ShouldBe(0, 1);
        applied.Doubled.Area.ShouldBe(0, 5);
        applied.OffTarget.Area.ShouldBe(0, 30);
        // 3.375 L/min over 4 x 20 s
        applied.Litres.ShouldBe(4.5, 0.1);
        applied.UnknownFlowM.ShouldBe(0);
        applied.Passes[1].RateLPerHa.ShouldBe(22.5, 0.5);
        applied.Passes[1].MeanSpeedMps.ShouldBe(5, 0.05);
        applied.Passes[1].MeanHeightM.ShouldBe(3, 1e-9);
        applied.Passes[1].LengthM.ShouldBe(100, 1.5);
    }

    [Fact]
    public void A_boom_held_across_its_swath_does_not_swing_out_of_the_field_in_a_cut_corner()
    {
        // The last metre to the east end is flown 45 degrees to the left with the pump on.
        var held = new Flown { Nose = Heading.FromDegrees(90) }.To(0, 2.5, 0).To(99, 2.5, 3.375).To(100, 3.5, 3.375).To(100, 7.5, 0);
        var unknown = new Flown().To(0, 2.5, 0).To(99, 2.5, 3.375).To(100, 3.5, 3.375).To(100, 7.5, 0);
        BeyondTheEnd(held).ShouldBe(0, 0.1);
        BeyondTheEnd(unknown).ShouldBeGreaterThan(1);

        double BeyondTheEnd(Flown flown) =>
            AsAppliedMap.Of(Plan, flown.Log()).OffTarget.Intersection(Plan.Farm.Fields[0].Boundary.Factory.ToGeometry(new(100, 110, -10, 30))).Area;
    }

    [Fact]
    public void A_boom_that_lies_along_its_way_wets_no_more_than_its_own_line()
    {
        var flown = new Flown { Nose = Heading.FromDegrees(0) }.To(0, 10, 0).To(100, 10, 3.375).To(-20, 10, 0);
        AsAppliedMap.Of(Plan, flown.Log()).Sprayed.Area.ShouldBe(0, 1);
    }

    [Fact]
    public void A_field_has_its_own_sums_and_times()
    {
        var field = AsAppliedMap.Of(Plan, Flown.AsPlanned().Log()).Fields.ShouldHaveSingleItem();
        (field.FieldId, field.Name, field.AreaM2, field.PlannedM2).ShouldBe(("F1", "一号田", 2000, 2000));
        field.SprayedM2.ShouldBe(2000, 1);
        field.Litres.ShouldBe(4.5, 0.1);
        field.From.ShouldNotBeNull().ShouldBe(Flown.Start + TimeSpan.FromSeconds(4.5), TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public void A_swath_left_out_is_missed()
    {
        var flown = new Flown().To(0, 2.5, 0).To(100, 2.5, 3.375).To(100, 12.5, 0).To(0, 12.5, 3.375).To(0, 17.5, 0).To(100, 17.5, 3.375).To(-20, 10, 0);
        var applied = AsAppliedMap.Of(Plan, flown.Log());
        applied.Missed.Area.ShouldBe(500, 1);
        applied.Fields[0].MissedM2.ShouldBe(500, 1);
    }

    [Fact]
    public void A_swath_flown_twice_is_doubled()
    {
        var flown = new Flown().To(0, 2.5, 0).To(100, 2.5, 3.375).To(110, 2.5, 0).To(100, 2.5, 0).To(0, 2.5, 3.375).To(-20, 10, 0);
        AsAppliedMap.Of(Plan, flown.Log()).Doubled.Area.ShouldBe(500, 5);
    }

    [Fact]
    public void Ground_wetted_outside_the_field_is_off_target_and_not_doubled_ground_of_the_field()
    {
        var flown = new Flown().To(-10, -10, 0).To(90, -10, 3.375).To(95, -10, 0).To(90, -10, 0).To(-10, -10, 3.375).To(-20, 10, 0);
        var applied = AsAppliedMap.Of(Plan, flown.Log());
        applied.OffTarget.Area.ShouldBe(500, 10);
        applied.Doubled.Area.ShouldBe(0);
        applied.Fields[0].SprayedM2.ShouldBe(0, 1e-9);
        applied.Fields[0].From.ShouldBeNull();
    }

    [Fact]
    public void Flow_that_nobody_reported_is_neither_sprayed_nor_dry()
    {
        var flown = new Flown().To(0, 2.5, 0).To(40, 2.5, 3.375).To(60, 2.5, null).To(100, 2.5, 3.375).To(-20, 10, 0);
        var applied = AsAppliedMap.Of(Plan, flown.Log());
        applied.UnknownFlowM.ShouldBe(20, 0.1);
        applied.Sprayed.Area.ShouldBe(80 * 5, 10);
        applied.Litres.ShouldBe(3.375 / 60 * 16, 0.05);
    }

    [Fact]
    public void A_hole_in_the_telemetry_is_not_drawn_over()
    {
        var flown = new Flown().To(0, 2.5, 0).To(40, 2.5, 3.375).Jump(70, 2.5, 6).To(100, 2.5, 3.375).To(-20, 10, 0);
        var applied = AsAppliedMap.Of(Plan, flown.Log());
        applied.UnknownFlowM.ShouldBe(30, 0.1);
        applied.Sprayed.Area.ShouldBe(70 * 5, 10);
    }

    [Fact]
    public void A_jump_of_the_position_is_not_drawn_over()
    {
        var flown = new Flown().To(0, 2.5, 0).To(40, 2.5, 3.375).Jump(40, 500, 0.2).To(41, 500, 3.375).Jump(41, 2.5, 0.2).To(100, 2.5, 3.375).To(-20, 10, 0);
        AsAppliedMap.Of(Plan, flown.Log()).Sprayed.Area.ShouldBe(99 * 5, 20);
    }

    [Fact]
    public void Noise_of_a_closed_pump_is_dry()
    {
        var applied = AsAppliedMap.Of(Plan, new Flown().To(0, 2.5, 0.05).To(100, 2.5, 0.1).Log());
        applied.Passes.ShouldBeEmpty();
        applied.Litres.ShouldBe(0);
    }

    [Fact]
    public void Points_out_of_order_and_points_twice_change_nothing()
    {
        var log = Flown.AsPlanned().Log();
        var shuffled = log.Track.Concat(log.Track.Take(50)).ToArray();
        new Random(7).Shuffle(shuffled);
        var (one, other) = (AsAppliedMap.Of(Plan, log), AsAppliedMap.Of(Plan, log with { Track = shuffled }));
        other.Litres.ShouldBe(one.Litres, 1e-9);
        other.Sprayed.Area.ShouldBe(one.Sprayed.Area, 1e-6);
        other.Passes.Select(p => p.From).ShouldBe(one.Passes.Select(p => p.From));
    }

    [Fact]
    public void A_pass_that_bends_does_not_double_itself()
    {
        var flown = new Flown().To(0, 2.5, 0);
        for (var x = 1; x <= 100; x++) flown.To(x, 2.5 + (2 * Math.Sin(x / 10.0)), 3.375);
        AsAppliedMap.Of(Plan, flown.To(-20, 10, 0).Log()).Doubled.Area.ShouldBe(0);
    }

    [Fact]
    public void A_line_sprayed_through_its_turn_and_back_is_doubled_where_it_overlaps()
    {
        var flown = new Flown().To(0, 2.5, 0).To(80, 2.5, 3.375).To(80, 5, 3.375).To(0, 5, 3.375).To(-20, 10, 0);
        // The lines are 2.5 m apart: half of each strip; and the ends of the turn.
        AsAppliedMap.Of(Plan, flown.Log()).Doubled.Area.ShouldBe(80 * 2.5, 15);
    }

    [Fact]
    public void A_strip_is_as_wide_as_the_swath_it_follows()
    {
        var narrow = Plan.WithField(f => f with { Swaths = [f.Swaths[0] with { WidthM = 4 }, .. f.Swaths.Skip(1)] });
        AsAppliedMap.Of(narrow, new Flown().To(0, 2.5, 0).To(100, 2.6, 3.375).To(-20, 10, 0).Log()).Sprayed.Area.ShouldBe(400, 10);
    }

    [Fact]
    public void A_flight_without_points_leaves_all_missed()
    {
        var applied = AsAppliedMap.Of(Plan, new FlightLog("hand", [], [], false));
        applied.Missed.Area.ShouldBe(2000, 1e-6);
        applied.Sprayed.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_pump_that_runs_on_the_spot_counts_its_litres()
    {
        var still = Enumerable.Range(0, 61).Select(i => new TrackPoint(
            Flown.Start + TimeSpan.FromSeconds(i), new VehicleId(1), 1, HandPlan.OnWire(new DroneFarm.Core.Geo.LocalPoint(50, 10)), 3, 0, 2.0)).ToList();
        AsAppliedMap.Of(Plan, new FlightLog("hand", still, [], true)).Litres.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void Two_hours_at_ten_points_a_second_keep_every_line()
    {
        var flown = new Flown();
        for (var line = 0; line < 360; line++)
        {
            var (fromX, toX) = line % 2 == 0 ? (0, 100) : (100, 0);
            flown.To(fromX, 2.5 + (4.8 * line), 0, 0.5).To(toX, 2.5 + (4.8 * line), 3.375, 0.5);
        }

        flown.Track.Count.ShouldBeGreaterThan(70_000);
        AsAppliedMap.Of(Plan, flown.Log()).Passes.Count.ShouldBe(360);
    }
}
