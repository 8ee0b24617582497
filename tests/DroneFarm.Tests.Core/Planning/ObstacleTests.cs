using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Around an obstacle, or over it where the spraying height of 3 m clears it.</summary>
public sealed class ObstacleTests
{
    private static readonly Field Paddy = Lab.Field("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))");

    [Fact]
    public void A_tomb_lower_than_the_flight_is_not_sprayed_but_sprayed_up_to()
    {
        var plan = Planned(Tomb(1.5, 1));
        plan.ShouldHold();
        plan.Fields[0].Sprayable.Area.ShouldBe(5000 - 16, 0.01);
    }

    [Fact]
    public void The_way_from_swath_to_swath_leads_over_it()
    {
        // A strip one swath wide, parted by the tomb.
        var tomb = Tomb(1.5, 1);
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 22.5, 100 22.5, 100 27.5, 0 27.5, 0 22.5))")) with
        {
            Obstacles = [tomb with { Shape = Lab.Area("POLYGON ((48 22, 52 22, 52 28, 48 28, 48 22))") }],
        });
        plan.ShouldHold();
        var over = plan.Route.Legs.OfType<TransitLeg>().Where(t => t.Reason == TransitReason.NextSwath && Line(t.Path).Crosses(plan.Farm.Obstacles[0].Shape));
        over.ShouldNotBeEmpty();
        plan.Swaths.ShouldAllBe(s => !Line(new[] { s.Start, s.End }).Crosses(plan.Farm.Obstacles[0].Shape));
    }

    [Theory]
    [InlineData(1.5, 1.6)]
    [InlineData(2.1, 1)]
    [InlineData(4, 0)]
    public void One_too_high_to_fly_over_is_kept_at_its_clearance(double heightM, double verticalM)
    {
        var plan = Planned(Tomb(heightM, verticalM));
        plan.ShouldHold();
        plan.Fields[0].Sprayable.Area.ShouldBe(5000 - (8 * 8) + (16 - (4 * Math.PI)), 0.1);
    }

    [Fact]
    public void Without_a_vertical_clearance_the_one_to_the_side_counts_above_too()
    {
        Planned(Tomb(1.5, null)).Fields[0].Sprayable.Area.ShouldBeLessThan(4950);
        Planned(Tomb(0.9, null)).Fields[0].Sprayable.Area.ShouldBe(5000 - 16, 0.01);
    }

    [Fact]
    public void Stones_that_may_be_sprayed_over_take_no_ground()
    {
        var plan = Planned(Tomb(1.5, 1) with { SprayOver = true });
        plan.ShouldHold();
        plan.Fields[0].Swaths.Count.ShouldBe(10);
        plan.Fields[0].Sprayable.Area.ShouldBe(5000);
    }

    [Fact]
    public void Permission_to_spray_over_is_no_permission_to_fly_too_low() =>
        Planned(Tomb(2.5, 1) with { SprayOver = true }).Fields[0].Sprayable.Area.ShouldBeLessThan(4950);

    [Fact]
    public void A_low_wire_and_a_low_stake_take_no_ground()
    {
        var wire = new Obstacle("w", ObstacleKind.Other, GeometryFactory.Default.CreateLineString([new(20, 0), new(30, 50)]), 1, 2, 1.5);
        var stake = Lab.Pole(50, 25, heightM: 1.2, clearanceM: 1);
        var plan = Lab.Plan(Lab.Farm(Paddy) with { Obstacles = [wire, stake] });
        plan.ShouldHold();
        plan.Fields[0].Swaths.Count.ShouldBe(10);
    }

    private static Plan Planned(Obstacle obstacle) => Lab.Plan(Lab.Farm(Paddy) with { Obstacles = [obstacle] });

    /// <summary>4 m x 4 m in the middle of the paddy, with 2 m to the side.</summary>
    private static Obstacle Tomb(double heightM, double? verticalM) =>
        new("tomb", ObstacleKind.Other, Lab.Area("POLYGON ((48 23, 52 23, 52 27, 48 27, 48 23))"), heightM, 2, verticalM);

    private static LineString Line(IReadOnlyList<LocalPoint> path) => GeometryFactory.Default.CreateLineString([.. path.Select(p => p.ToCoordinate())]);
}
