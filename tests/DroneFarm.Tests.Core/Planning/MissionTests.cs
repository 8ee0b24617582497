using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;
using static DroneFarm.Core.Planning.MissionCommand;

namespace DroneFarm.Tests.Core.Planning;

public sealed class MissionTests
{
    private static readonly Plan OneSwath = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 5, 0 5, 0 0))")));

    [Fact]
    public void A_mission_of_one_swath_reads_item_by_item()
    {
        var items = OneSwath.Missions.ShouldHaveSingleItem().Items;
        items.Select(i => i.Command).ShouldBe(
        [
            Takeoff, Sprayer, ChangeSpeed, Waypoint, ChangeSpeed, Yaw, Waypoint, Sprayer, Waypoint, Sprayer, Waypoint, ChangeSpeed, LandStart, Sprayer, ReturnToLaunch,
        ]);
        items.Where(i => i.Command == Sprayer).Select(i => i.Param1).ShouldBe([0, 1, 0, 0]);
        items.Where(i => i.Command is Takeoff or Waypoint).Select(i => i.HeightM).ShouldBe([15, 15, 3, 3, 15]);
        items.Where(i => i.Command == ChangeSpeed).Select(i => i.Param2).ShouldBe([7, 5, 7]);
    }

    [Fact]
    public void The_boom_is_turned_across_the_first_swath_and_left_there_while_swaths_run_to_and_fro()
    {
        var items = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 40, 0 40, 0 0))"))).Missions.SelectMany(m => m.Items).ToList();
        items.Count(i => i is { Command: Sprayer, Param1: 1 }).ShouldBe(8);
        // A boom has no front: along the swaths of this field is 90 or 270 degrees.
        items.Where(i => i.Command == Yaw).ShouldHaveSingleItem().Param1.ShouldBeOneOf(90, 270);
    }

    [Fact]
    public void The_tail_carries_the_place_of_the_refill_point()
    {
        var tail = OneSwath.Missions[0].Items[^3];
        var frame = OneSwath.Farm.Frame;
        frame.ToLocal(tail.Place!.Value).DistanceM(OneSwath.Farm.RefillPoints[0].Place).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void Places_are_whole_ten_millionths_of_a_degree()
    {
        var mission = OneSwath.Missions[0];
        foreach (var place in mission.Items.Concat(mission.Fence).Concat(mission.RallyPoints).Select(i => i.Place).OfType<GeoPoint>())
        {
            (place.LatitudeDeg * 1e7).ShouldBe(Math.Round(place.LatitudeDeg * 1e7), 1e-6);
            (place.LongitudeDeg * 1e7).ShouldBe(Math.Round(place.LongitudeDeg * 1e7), 1e-6);
        }
    }

    [Fact]
    public void The_fence_keeps_its_margin_from_every_flown_line()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 80 0, 80 30, 30 30, 30 80, 0 80, 0 0))")), options: new PlanOptions(FenceMarginM: 12));
        foreach (var (mission, sortie) in plan.Missions.Zip(plan.Sorties))
        {
            var ring = mission.Fence.Where(i => i.Command == FenceInclusionVertex).Select(i => plan.Farm.Frame.ToLocal(i.Place!.Value).ToCoordinate()).ToList();
            mission.Fence[0].Param1.ShouldBe(ring.Count);
            ring.Add(ring[0].Copy());
            var fence = plan.Fields[0].Field.Boundary.Factory.CreatePolygon([.. ring]);
            foreach (var point in sortie.Legs.SelectMany(l => l.Path).Select(p => fence.Factory.CreatePoint(p.ToCoordinate())))
            {
                fence.Contains(point).ShouldBeTrue();
                fence.ExteriorRing.Distance(point).ShouldBeGreaterThan(11.9);
            }
        }
    }

    [Fact]
    public void A_pole_gets_a_fence_of_its_own_unless_a_line_passes_over_it()
    {
        var poles = new[] { Lab.Pole(20, 26), Lab.Pole(50, 11), Lab.Pole(80, 41) };
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))")) with { Obstacles = poles });
        plan.ShouldHold();
        var (mission, sortie) = (plan.Missions.ShouldHaveSingleItem(), plan.Sorties[0]);
        var circles = mission.Fence.Where(i => i.Command == FenceExclusionCircle).Select(i => plan.Farm.Frame.ToLocal(i.Place!.Value)).ToList();
        circles.ShouldNotBeEmpty();
        foreach (var pole in poles)
        {
            // Half the clearance of 2.5 m is fenced, and 0.2 m beside it kept for rounding.
            var passedOver = sortie.Legs.Any(l => new LineString([.. l.Path.Select(p => p.ToCoordinate())]).Distance(pole.Shape) <= 1.25 + 0.2);
            circles.Exists(c => c.DistanceM(LocalPoint.From(pole.Shape.Coordinate)) < 0.05).ShouldBe(!passedOver);
        }
    }
}
