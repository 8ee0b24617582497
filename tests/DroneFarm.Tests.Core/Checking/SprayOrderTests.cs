using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Checking;

public sealed class SprayOrderTests
{
    private static readonly Plan Good = new HandPlan().Build();

    [Fact]
    public void Spray_left_on_in_a_transit_is_found() =>
        // The transit runs along the edge of the field: half of what it wets is outside.
        Good.WithItems(items => items.RemoveAt(items.Switch(2))).Codes()
            .ShouldBe(["check.spray.in-transit", "check.sum.litres", "check.off-target"], ignoreOrder: true);

    [Fact]
    public void Spray_left_on_for_the_way_home_is_found() =>
        Good.WithItems(items => items.RemoveAt(items.Switch(4))).Codes().ShouldBe(["check.spray.never-off"]);

    [Fact]
    public void A_nose_turned_off_the_swath_is_found() =>
        Good.WithItems(items => items.Insert(items.Switch(0) + 1, MissionItem.Yaw(30))).Codes().Distinct().ShouldBe(["check.spray.boom-askew"]);

    [Fact]
    public void A_nose_turned_along_or_against_the_swaths_is_no_finding() =>
        Good.WithItems(items => items.Insert(items.Switch(0) + 1, MissionItem.Yaw(270))).Codes().ShouldBeEmpty();

    [Fact]
    public void An_order_off_behind_a_turn_of_the_nose_is_found() =>
        Good.WithItems(items => items.Insert(items.Switch(2), MissionItem.Yaw(90))).Codes().ShouldBe(["check.spray.off-behind-yaw"]);

    [Fact]
    public void A_swath_that_is_never_switched_on_is_found() =>
        Good.WithItems(items =>
        {
            items.RemoveAt(items.Switch(3));
            items.RemoveAt(items.Switch(3));
        }).Codes().ShouldBe(["check.sum.litres", "check.spray.swath-dry", "check.little-covered"], ignoreOrder: true);

    [Fact]
    public void Spray_switched_on_without_a_line_is_found() =>
        Good.WithItems(items => items.InsertRange(items.Switch(2), [MissionItem.Sprayer(false), MissionItem.Sprayer(true)])).Codes()
            .ShouldBe(["check.spray.on-without-leg"]);

    [Fact]
    public void A_sprayer_not_switched_off_after_take_off_is_found() =>
        Good.WithItems(items => items.RemoveAt(items.Switch(0))).Codes().ShouldBe(["check.spray.not-off-first"]);

    [Fact]
    public void A_sprayer_switched_off_only_after_the_first_waypoint_is_found() =>
        Good.WithItems(items =>
        {
            items.RemoveAt(items.Switch(0));
            items.Insert(3, MissionItem.Sprayer(false));
        }).Codes().ShouldBe(["check.spray.not-off-first"]);

    [Theory]
    [InlineData(2)]
    [InlineData(0.5)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_switch_that_is_neither_0_nor_1_is_found(double value) =>
        Good.WithItems(items => items[items.Switch(4)] = MissionItem.Sprayer(false) with { Param1 = value }).Codes().ShouldBe(["check.spray.bad-value"]);

    [Fact]
    public void A_mission_without_its_DO_LAND_START_is_found() =>
        Good.WithItems(items => items.RemoveAt(items.Count - 3)).Codes().ShouldBe(["check.tail.wrong"]);

    [Fact]
    public void A_mission_that_goes_home_without_switching_off_is_found() =>
        Good.WithItems(items => items.RemoveAt(items.Count - 2)).Codes().ShouldBe(["check.tail.wrong"]);

    [Fact]
    public void A_DO_LAND_START_without_a_place_is_found() =>
        Good.WithItems(items => items[^3] = items[^3] with { Place = null }).Codes().ShouldBe(["check.tail.no-place"]);

    [Fact]
    public void A_DO_LAND_START_at_latitude_and_longitude_zero_is_found() =>
        Good.WithItems(items => items[^3] = items[^3] with { Place = new GeoPoint(LatitudeDeg: 0, LongitudeDeg: 0) }).Codes().ShouldBe(["check.tail.no-place"]);

    [Fact]
    public void A_mission_that_does_not_begin_with_a_take_off_is_found() =>
        Good.WithItems(items => items[0] = MissionItem.Waypoint(HandPlan.OnWire(HandPlan.Refill.Place), 15)).Codes().ShouldBe(["check.mission.no-takeoff"]);

    [Fact]
    public void A_command_that_is_no_mission_item_is_found() =>
        Good.WithItems(items => items.Insert(3, new MissionItem(MissionCommand.RallyPoint))).Codes().ShouldBe(["check.mission.bad-item"]);
}
