using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Where a farm names no refill point the planner assumes one.</summary>
public sealed class AssumedRefillTests
{
    /// <summary>All corners are as far from the middle; the first of the ring would be taken.</summary>
    private static readonly Farm Bare = Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 40, 0 40, 0 0))")) with { RefillPoints = [] };

    [Fact]
    public void It_is_a_corner_of_the_field() => From(Bare).ShouldBe(new LocalPoint(0, 0));

    [Fact]
    public void It_keeps_clear_of_a_pole_that_stands_at_that_corner()
    {
        var plan = Lab.Plan(Bare with { Obstacles = [Lab.Pole(-0.5, -0.5, heightM: 20)] });
        plan.ShouldHold();
        plan.Sorties[0].From.Place.DistanceM(new LocalPoint(-0.5, -0.5)).ShouldBeGreaterThan(30);
    }

    [Fact]
    public void It_keeps_clear_of_a_house() =>
        From(Bare with { Zones = [Lab.Zone("POLYGON ((-10 -10, -1 -10, -1 1, -10 1, -10 -10))", 0.5, ZoneKind.House)] }).DistanceM(new LocalPoint(0, 0)).ShouldBeGreaterThan(30);

    [Fact]
    public void A_field_too_long_for_one_battery_gets_several()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 9000 0, 9000 40, 0 40, 0 0))")) with { RefillPoints = [] });
        plan.ShouldHold();
        plan.AllFindings.ShouldHaveSingleItem().Code.ShouldBe("plan.refill.assumed");
        plan.Sorties.Select(s => s.From.Id).Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_field_that_one_point_can_serve_gets_one() => Lab.Plan(Bare).Sorties.SelectMany(s => new[] { s.From.Id, s.To.Id }).Distinct().ShouldBe(["refill-1"]);

    private static LocalPoint From(Farm farm) => Lab.Plan(farm).Sorties[0].From.Place;
}
