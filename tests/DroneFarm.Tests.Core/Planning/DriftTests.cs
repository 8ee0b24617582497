using DroneFarm.Core.Spraying;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>What the planned wind takes from a field, in figures that a person can compute: 10 m of drift, and a wind that turns by one degree.</summary>
public sealed class DriftTests
{
    private const string Rectangle = "POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))";

    [Theory]
    [InlineData(1, 2, 12.1)]
    [InlineData(2, 2, 15.8)]
    [InlineData(3, 2, 18.6)]
    [InlineData(2.5, 2, 17.2)]
    [InlineData(0.5, 2, 12.1)]
    [InlineData(3, 3, 27.9)]
    [InlineData(3, 1, 18.6)]
    [InlineData(4, 2, 21.4)]
    public void Distance_follows_height_and_wind(double heightM, double windMps, double distanceM) =>
        new DriftProfile([new(1, 12.1), new(2, 15.8), new(3, 18.6)], 2, 2, 1, 30, 0.25, 4, "trial").DistanceM(heightM, windMps).ShouldBe(distanceM, 1e-9);

    [Fact]
    public void A_zone_downwind_is_kept_at_the_drift_distance_and_one_upwind_at_its_buffer()
    {
        // Wind from the west: the pond in the east lies downwind, 5 m from the field, the one in the west upwind.
        var east = Lab.Zone("POLYGON ((105 -50, 120 -50, 120 100, 105 100, 105 -50))", 2);
        var west = Lab.Zone("POLYGON ((-20 -50, -1 -50, -1 100, -20 100, -20 -50))", 2) with { Id = "w" };
        var plan = Lab.Plan(Lab.Farm(Lab.Field(Rectangle)) with { Zones = [east, west] }, job: Lab.Windy(fromDeg: 270));
        plan.ShouldHold();
        var ground = plan.Fields[0].Sprayable.EnvelopeInternal;
        ground.MinX.ShouldBe(1, 0.01);
        ground.MaxX.ShouldBe(95, 0.01);
    }

    [Fact]
    public void Without_a_planned_wind_the_same_zone_is_kept_at_its_buffer()
    {
        var east = Lab.Zone("POLYGON ((105 -50, 120 -50, 120 100, 105 100, 105 -50))", 2);
        var plan = Lab.Plan(Lab.Farm(Lab.Field(Rectangle)) with { Zones = [east] }, job: Lab.Windy(270) with { Wind = null });
        plan.Fields[0].Sprayable.EnvelopeInternal.MaxX.ShouldBe(100);
    }

    [Fact]
    public void A_sector_lets_the_wind_turn()
    {
        // Wind from the north; a post of 1 m beside the south-east corner, 4 m out to the east. A steady wind passes it, a sector of 45 degrees does not.
        var post = Lab.Zone("POLYGON ((104 -6, 105 -6, 105 -5, 104 -5, 104 -6))", 0);
        var farm = Lab.Farm(Lab.Field(Rectangle)) with { Zones = [post] };
        Lab.Plan(farm, job: Lab.Windy(0)).Fields[0].Sprayable.Area.ShouldBe(5000, 0.01);
        var turned = Lab.Plan(farm, job: Lab.Windy(0, sectorDeg: 45));
        turned.ShouldHold();
        turned.Fields[0].Sprayable.Area.ShouldBeLessThan(4999);
    }

    [Fact]
    public void The_downwind_edge_keeps_its_share_where_no_field_of_the_farm_follows()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(Rectangle)), job: Lab.Windy(270, edgeShare: 0.5));
        plan.ShouldHold();
        plan.Fields[0].Sprayable.Area.ShouldBe(95 * 50, 20);
        plan.Fields[0].Sprayable.EnvelopeInternal.MaxX.ShouldBe(95, 0.001);
    }

    [Theory]
    [InlineData(3.9, 100)]
    [InlineData(4.1, 95)]
    public void A_field_of_the_farm_right_behind_the_edge_takes_the_drift(double gapM, double eastM)
    {
        var east = 100 + gapM;
        var farm = Lab.Farm(Lab.Field(Rectangle), Lab.Field($"POLYGON (({east} -20, 200 -20, 200 70, {east} 70, {east} -20))", "2"));
        var plan = Lab.Plan(farm, job: Lab.Windy(270, edgeShare: 0.5));
        plan.ShouldHold();
        plan.Fields[0].Sprayable.EnvelopeInternal.MaxX.ShouldBe(eastM, 0.001);
        plan.Fields[1].Sprayable.EnvelopeInternal.MaxX.ShouldBe(195, 0.001);
    }

    [Fact]
    public void A_hole_in_the_field_is_foreign_ground_too()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 60, 0 60, 0 0), (40 20, 40 40, 60 40, 60 20, 40 20))")), job: Lab.Windy(270, edgeShare: 0.5));
        plan.ShouldHold();
        plan.Fields[0].Sprayable.Area.ShouldBe((95 * 60) - (25 * 20), 25);
    }
}
