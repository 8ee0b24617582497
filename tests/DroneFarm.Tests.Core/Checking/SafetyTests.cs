using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>Fence and obstacles along the whole flown line.</summary>
public sealed class SafetyTests
{
    private static readonly HandPlan Hand = new();
    private static readonly Plan Good = Hand.Build();

    [Fact]
    public void A_mission_without_a_fence_is_found() => Good.WithMission(m => m with { Fence = [] }).Codes().ShouldBe(["check.fence.none"]);

    [Fact]
    public void A_fence_with_a_vertex_too_few_is_found() =>
        Good.WithMission(m => m with { Fence = [.. m.Fence.Take(3)] }).Codes().ShouldBe(["check.fence.none"]);

    [Fact]
    public void A_fence_that_crosses_itself_is_found() =>
        Good.WithMission(m => m with { Fence = [m.Fence[0], m.Fence[2], m.Fence[1], m.Fence[3]] }).Codes().ShouldBe(["check.fence.none"]);

    [Fact]
    public void A_line_over_the_fence_is_found() =>
        Good.WithMission(m => m with { Fence = Corners((-40, -20), (99, -20), (99, 60), (-40, 60)) }).Codes().ShouldBe(["check.fence.crossed"]);

    [Fact]
    public void A_home_outside_the_fence_is_found() =>
        Good.WithMission(m => m with { Fence = Corners((-10, -20), (140, -20), (140, 60), (-10, 60)) }).Codes()
            .ShouldBe(["check.fence.crossed", "check.rally.outside"]);

    [Fact]
    public void A_line_through_an_exclusion_circle_is_found() =>
        Good.WithMission(m => m with { Fence = [.. m.Fence, new(MissionCommand.FenceExclusionCircle, Param1: 2, Place: HandPlan.OnWire(new LocalPoint(50, 4)))] })
            .Codes().ShouldBe(["check.fence.crossed"]);

    [Fact]
    public void A_line_through_an_exclusion_polygon_is_found() =>
        Good.WithMission(m => m with
        {
            Fence = [.. m.Fence, .. Corners((50, 2), (51, 2), (51, 3)).Select(v => v with { Command = MissionCommand.FenceExclusionVertex })],
        }).Codes().ShouldBe(["check.fence.crossed"]);

    [Fact]
    public void A_rally_point_outside_the_fence_is_found() =>
        Good.WithMission(m => m with { RallyPoints = [m.RallyPoints[0] with { Place = HandPlan.OnWire(new LocalPoint(-50, 0)) }] }).Codes()
            .ShouldBe(["check.rally.outside"]);

    [Fact]
    public void A_pole_beside_the_way_to_the_work_is_found() =>
        // Sortie 1 passes (-10, 6.25) on its way out, at 15 m; home it flies from (0, 7.5), 2.5 m to the north.
        (Hand with { Obstacles = [Pole(-10, 4, 14, 2.5)] }).Build().Codes().ShouldBe(["check.obstacle"]);

    [Fact]
    public void A_pole_that_is_lower_than_the_flight_by_its_clearance_is_no_obstacle() =>
        (Hand with { Obstacles = [Pole(-10, 4, 12.5, 2.5)] }).Build().Codes().ShouldBeEmpty();

    [Fact]
    public void A_pole_on_the_line_of_a_climb_is_judged_by_the_height_there() =>
        // The way out made a descent from 15 m at home to 3 m at the field: 9 m high half-way, over a pole of 7 m with 2.5 m.
        (Hand with { Obstacles = [Pole(-10, 4, 7, 2.5)] }).Build().WithItems(items => items.RemoveAt(3)).Codes().ShouldBe(["check.obstacle"]);

    [Fact]
    public void A_pole_beside_the_refill_point_is_found() =>
        (Hand with { Obstacles = [Pole(-22, 10, 2, 2.5)] }).Build().Codes().ShouldBe(["check.obstacle", "check.obstacle"]);

    [Fact]
    public void A_power_line_across_the_way_is_found()
    {
        var line = new Obstacle("线1", ObstacleKind.PowerLine, GeometryFactory.Default.CreateLineString([new(-10, -50), new(-10, 50)]), 12, 4);
        (Hand with { Obstacles = [line] }).Build().Codes().ShouldBe(["check.obstacle", "check.obstacle"]);
    }

    private static Obstacle Pole(double eastM, double northM, double heightM, double clearanceM) =>
        new("杆1", ObstacleKind.Pole, GeometryFactory.Default.CreatePoint(new Coordinate(eastM, northM)), heightM, clearanceM);

    private static MissionItem[] Corners(params (double EastM, double NorthM)[] corners) =>
        [.. corners.Select(c => new MissionItem(MissionCommand.FenceInclusionVertex, Param1: corners.Length, Place: HandPlan.OnWire(new LocalPoint(c.EastM, c.NorthM))))];
}
