using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Fields whose plan a person can draw.</summary>
public sealed class HandSizedTests
{
    private const string Rectangle = "POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))";

    [Fact]
    public void A_rectangle_of_100_by_50_m_takes_ten_swaths_of_100_m()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(Rectangle)));
        var field = plan.Fields.ShouldHaveSingleItem();
        field.Swaths.Count.ShouldBe(10);
        field.Swaths.ShouldAllBe(s => Math.Abs(s.LengthM - 100) < 0.01 && Math.Abs(s.WidthM - 5) < 0.01 && s.Kind == SwathKind.Mainland);
        field.Cells.ShouldHaveSingleItem();
        field.Headland.IsEmpty.ShouldBeTrue();
        var sortie = plan.Sorties.ShouldHaveSingleItem();
        sortie.Litres.ShouldBe(0.5 * 22.5, 0.01);
        sortie.Legs.OfType<TransitLeg>().Count(t => t.Reason == TransitReason.NextSwath).ShouldBe(9);
        var report = plan.ShouldHold();
        report.MainlandCoverage.ShouldBeGreaterThan(0.9995);
        report.DoubledM2.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Its_swaths_are_flown_back_and_forth_each_beside_the_last()
    {
        var swaths = Lab.Plan(Lab.Farm(Lab.Field(Rectangle))).Fields[0].Swaths;
        for (var i = 1; i < swaths.Count; i++) swaths[i - 1].End.DistanceM(swaths[i].Start).ShouldBe(5, 0.01);
        swaths.Select(s => s.Number).ShouldBe(Enumerable.Range(1, 10));
    }

    [Fact]
    public void Swaths_are_fitted_closer_so_that_whole_ones_fill_the_field()
    {
        // 48 m: ten of 4.8 m.
        var field = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 48, 0 48, 0 0))"))).Fields[0];
        field.Swaths.Count.ShouldBe(10);
        field.Swaths.ShouldAllBe(s => Math.Abs(s.WidthM - 4.8) < 0.01);
    }

    [Fact]
    public void No_swath_or_transit_crosses_the_notch_of_an_L()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 80 0, 80 30, 30 30, 30 80, 0 80, 0 0))")));
        plan.ShouldHold().MainlandCoverage.ShouldBeGreaterThan(0.99);
        ShouldStayInside(plan);
    }

    [Fact]
    public void No_swath_or_transit_crosses_a_hole()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 60, 0 60, 0 0), (40 20, 40 40, 60 40, 60 20, 40 20))")));
        plan.ShouldHold().MainlandCoverage.ShouldBeGreaterThan(0.99);
        ShouldStayInside(plan);
        plan.Fields[0].Cells.Count.ShouldBe(4);
    }

    [Fact]
    public void Transits_keep_inside_a_comb_that_has_many_notches()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 90 0, 90 60, 70 60, 70 10, 50 10, 50 60, 40 60, 40 10, 20 10, 20 60, 0 60, 0 0))")));
        plan.ShouldHold();
        ShouldStayInside(plan);
    }

    [Fact]
    public void A_pole_is_kept_at_its_clearance()
    {
        var farm = Lab.Farm(Lab.Field(Rectangle)) with { Obstacles = [Lab.Pole(50, 26)] };
        var plan = Lab.Plan(farm);
        plan.ShouldHold();
        foreach (var leg in plan.Sorties[0].Legs.Where(l => l is SprayLeg or TransitLeg { Reason: TransitReason.NextSwath }))
            Line(leg.Path).Distance(farm.Obstacles[0].Shape).ShouldBeGreaterThanOrEqualTo(2.5);
    }

    [Fact]
    public void A_pond_beside_the_field_keeps_its_buffer_dry()
    {
        var farm = Lab.Farm(Lab.Field(Rectangle)) with { Zones = [Lab.Zone("POLYGON ((0 53, 100 53, 100 80, 0 80, 0 53))", 10)] };
        var plan = Lab.Plan(farm);
        plan.ShouldHold();
        plan.Fields[0].Sprayable.Area.ShouldBe(100 * 43, 2);
        plan.Fields[0].Swaths.ShouldAllBe(s => Math.Max(s.Start.NorthM, s.End.NorthM) <= 43);
    }

    [Fact]
    public void The_drift_margin_is_kept_from_the_edge()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(Rectangle)), job: Lab.Job with { DriftMarginM = 2.5 });
        plan.Fields[0].Sprayable.Area.ShouldBe(95 * 45, 0.1);
        plan.Fields[0].Swaths.Count.ShouldBe(9);
    }

    [Fact]
    public void A_house_is_flown_around()
    {
        var house = Lab.Zone("POLYGON ((-15 10, -5 10, -5 40, -15 40, -15 10))", 0, ZoneKind.House);
        var farm = Lab.Farm(Lab.Field(Rectangle)) with { Zones = [house], RefillPoints = [new RefillPoint("r", "road", new LocalPoint(-30, 25))] };
        var plan = Lab.Plan(farm);
        plan.ShouldHold();
        plan.Sorties.SelectMany(s => s.Legs).ShouldAllBe(l => Line(l.Path).Distance(house.Shape) > 0);
    }

    [Fact]
    public void An_obstacle_too_high_to_fly_over_is_flown_around()
    {
        var mast = Lab.Pole(-10, 25, heightM: 40, clearanceM: 8);
        var farm = Lab.Farm(Lab.Field(Rectangle)) with { Obstacles = [mast], RefillPoints = [new RefillPoint("r", "road", new LocalPoint(-30, 25))] };
        var plan = Lab.Plan(farm);
        plan.ShouldHold();
        plan.Sorties.SelectMany(s => s.Legs).ShouldAllBe(l => Line(l.Path).Distance(mast.Shape) >= 7.99);
    }

    [Fact]
    public void A_field_too_narrow_for_a_swath_is_refused_with_a_reason()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 3, 0 3, 0 0))")));
        plan.Fields[0].IsRefused.ShouldBeTrue();
        plan.Codes().ShouldBe(["plan.nothing", "plan.field.too-narrow"]);
        plan.AllFindings.ShouldAllBe(f => f.Severity == Severity.Error);
        plan.Missions.ShouldBeEmpty();
    }

    [Fact]
    public void A_field_beyond_the_battery_is_refused_and_the_others_are_flown()
    {
        var far = Lab.Field("POLYGON ((5000 0, 5100 0, 5100 50, 5000 50, 5000 0))", "far");
        var plan = Lab.Plan(Lab.Farm(Lab.Field(Rectangle), far));
        var finding = plan.AllFindings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("plan.field.out-of-reach");
        finding.Say(Language.English).ShouldContain("up to 5120 m away");
        plan.Fields[1].IsRefused.ShouldBeTrue();
        plan.Fields[1].Swaths.ShouldBeEmpty();
        plan.ShouldHold();
        plan.Sorties.ShouldNotBeEmpty();
    }

    private static void ShouldStayInside(Plan plan)
    {
        var inside = plan.Fields[0].Sprayable.Buffer(1e-6);
        foreach (var leg in plan.Route.Legs.Where(l => l is SprayLeg or TransitLeg { Reason: TransitReason.NextSwath }))
            inside.Covers(Line(leg.Path)).ShouldBeTrue($"{leg.From} {leg.To}");
        plan.Route.Legs.OfType<TransitLeg>().Count(t => t.Reason == TransitReason.NextField).ShouldBe(0);
    }

    private static LineString Line(IReadOnlyList<LocalPoint> path) => GeometryFactory.Default.CreateLineString([.. path.Select(p => p.ToCoordinate())]);
}
