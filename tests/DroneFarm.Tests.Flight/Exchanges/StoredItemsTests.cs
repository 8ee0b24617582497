using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Tests.Flight.Exchanges;

/// <summary>ARDUPILOT.md points 10 and 11: what storage may change, and what it may not.</summary>
public sealed class StoredItemsTests
{
    private static readonly WireItem Home = WireItem.HomeSlot(new GeoPoint(LatitudeDeg: 1, LongitudeDeg: 2));
    private static readonly WireItem Waypoint = WireItem.Of(MissionItem.Waypoint(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8), 2.345) with { Param1 = 2.9, Param4 = double.NaN });

    [Fact]
    public void Home_an_altitude_cut_to_a_centimetre_a_delay_cut_to_seconds_and_a_heading_of_NaN_are_the_same() =>
        Difference(Waypoint with { Z = 2.34f, P1 = 2, P4 = 0 }).ShouldBeNull();

    [Fact]
    public void Relative_heights_in_either_form_are_the_same() =>
        Difference(Waypoint with { Frame = MavFrame.GlobalRelativeAltInt, P1 = 2, P4 = 0 }).ShouldBeNull();

    [Fact]
    public void A_sprayer_order_comes_back_in_another_frame() =>
        StoredItems.FirstDifference(
            MavMissionType.Mission,
            [Home, WireItem.Of(MissionItem.Sprayer(on: true))],
            [Home, WireItem.Of(MissionItem.Sprayer(on: true)) with { Frame = MavFrame.Global }]).ShouldBeNull();

    [Fact]
    public void An_item_without_a_place_that_was_sent_in_a_frame_of_places_comes_back_in_another()
    {
        var order = WireItem.Of(MissionItem.Sprayer(on: true)) with { Frame = MavFrame.GlobalRelativeAlt };
        StoredItems.FirstDifference(MavMissionType.Mission, [Home, order], [Home, order with { Frame = MavFrame.Global }]).ShouldBeNull();
        StoredItems.FirstDifference(MavMissionType.Mission, [Home, order with { Z = 6 }], [Home, order with { Z = 6, Frame = MavFrame.Global }]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(1, 0, 0f, "item 1: at 32.0500001 120.8000000 instead of 32.0500000 120.8000000")]
    [InlineData(0, 0, 0.02f, "item 1: height 2.325 instead of 2.345")]
    [InlineData(0, 1, 0f, "item 1: parameter 1 3 instead of 2")]
    public void A_unit_of_the_last_place_two_centimetres_or_a_second_are_not(int lat, int delayS, float lowerM, string what) =>
        Difference(Waypoint with { LatE7 = Waypoint.LatE7 + lat, Z = Waypoint.Z - lowerM, P1 = 2 + delayS, P4 = 0 }).ShouldBe(what);

    [Fact]
    public void Height_above_sea_is_not_height_above_home() =>
        Difference(Waypoint with { Frame = MavFrame.Global, P1 = 2, P4 = 0 }).ShouldBe("item 1: frame 0 instead of 3");

    [Fact]
    public void A_take_off_that_vanished_into_slot_0_is_missed() =>
        StoredItems.FirstDifference(MavMissionType.Mission, [Home, Waypoint], [Home]).ShouldBe("1 items instead of 2");

    private static string? Difference(WireItem held) => StoredItems.FirstDifference(MavMissionType.Mission, [Home, Waypoint], [Home with { LatE7 = 7 }, held]);
}
