using CsCheck;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;
using NetTopologySuite.Algorithm;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>Whatever single item of a mission is dropped, doubled or moved: a plan that sprays elsewhere or flies elsewhere does not pass.</summary>
public sealed class AnyChangeTests
{
    private static readonly Plan Good = new HandPlan().Build();

    [Fact]
    public void No_item_can_be_dropped_unseen()
    {
        for (var i = 0; i < Good.Missions[0].Items.Count; i++)
        {
            // Each item of the tail, of the switching, of the speed and of the way is needed; only the climb over the first and last point is not.
            var item = Good.Missions[0].Items[i];
            if (item is { Command: MissionCommand.Waypoint, HeightM: 15 } or { Command: MissionCommand.ChangeSpeed, Param2: 7 }) continue;
            var dropped = Good.WithItems(items => items.RemoveAt(i));
            PlanCheck.Of(dropped).Passed.ShouldBeFalse($"item {i + 1}, {item.Command}, was dropped unseen");
        }
    }

    [Fact]
    public void No_waypoint_can_be_moved_unseen() =>
        Gen.Select(Gen.Int[0, Good.Missions[0].Items.Count - 1], Gen.Double[0, 2 * Math.PI], Gen.Double[0.1, 30]).Sample((i, turnRad, byM) =>
        {
            if (Good.Missions[0].Items[i] is not { Command: MissionCommand.Waypoint, Place: { } place } item) return;
            var (sin, cos) = Math.SinCos(turnRad);
            var moved = HandPlan.Frame.ToLocal(place) + new DroneFarm.Core.Geo.LocalVector(byM * sin, byM * cos);
            // The climb at the last point may as well be flown further on along the way home.
            if (item.HeightM == 15 && DistanceComputer.PointToSegment(moved.ToCoordinate(), HandPlan.Frame.ToLocal(place).ToCoordinate(), HandPlan.Refill.Place.ToCoordinate()) < 0.1) return;
            PlanCheck.Of(Good.WithItems(items => items[i] = item with { Place = HandPlan.OnWire(moved) })).Passed
                .ShouldBeFalse($"item {i + 1} was moved by {byM} m unseen");
        }, iter: 300);

    [Fact]
    public void No_two_items_can_change_places_unseen()
    {
        var items = Good.Missions[0].Items;
        for (var i = 3; i + 1 < items.Count; i++)
        {
            var (first, second) = (items[i], items[i + 1]);
            if (first == second || first.Command == MissionCommand.ChangeSpeed) continue;
            // A change of speed commutes with a switch of the sprayer: both act at the same waypoint.
            if (second.Command == MissionCommand.ChangeSpeed) continue;
            // The climbs over the first and the last point start and end at the same place.
            if (first.HeightM == 15 || second is { Command: MissionCommand.Waypoint, HeightM: 15 }) continue;
            var swapped = Good.WithItems(list => (list[i], list[i + 1]) = (list[i + 1], list[i]));
            PlanCheck.Of(swapped).Passed.ShouldBeFalse($"items {i + 1} and {i + 2} were swapped unseen");
        }
    }
}
