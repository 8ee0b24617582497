using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Checking;

public sealed class LimitTests
{
    private static readonly HandPlan Hand = new();
    private static readonly Plan Good = Hand.Build();

    [Fact]
    public void More_litres_than_the_tank_holds_are_found() =>
        (Hand with { Sprayer = Hand.Sprayer with { TankL = 2.2 } }).Build().Codes().ShouldBe(["check.tank", "check.tank"]);

    [Fact]
    public void More_energy_than_may_be_used_is_found() =>
        (Hand with { Sprayer = Hand.Sprayer with { BatteryWh = 150 } }).Build().Codes().ShouldBe(["check.energy", "check.energy"]);

    [Fact]
    public void A_little_of_the_reserve_used_is_a_warning() =>
        (Hand with { Sprayer = Hand.Sprayer with { BatteryWh = 185 } }).Build().Codes().ShouldBe(["check.energy.tight", "check.energy.tight"]);

    [Fact]
    public void A_flow_over_the_pump_is_found_since_the_autopilot_clamps_silently() =>
        // 22.5 L/ha x 5 m x 5 m/s x 0.006 = 3.375 L/min
        (Hand with { Sprayer = Hand.Sprayer with { PumpMaxFlowLPerMin = 3.37 } }).Build().Codes().ShouldBe(["check.pump.over", "check.pump.over"]);

    [Fact]
    public void A_flow_under_the_pump_is_found() =>
        (Hand with { Sprayer = Hand.Sprayer with { PumpMinFlowLPerMin = 3.38 } }).Build().Codes().ShouldBe(["check.pump.under", "check.pump.under"]);

    [Fact]
    public void A_speed_faster_than_the_aircraft_is_found() =>
        Good.WithItems(items => items[1] = MissionItem.Speed(8)).Codes().ShouldBe(["check.speed"]);

    [Fact]
    public void Spraying_faster_than_the_job_says_is_found() =>
        Good.WithItems(items => items.RemoveAt(5)).Codes().ShouldBe(["check.speed.spray"]);

    [Fact]
    public void Spraying_without_a_speed_is_found() =>
        Good.WithItems(items =>
        {
            items.RemoveAt(5);
            items.RemoveAt(1);
        }).Codes().ShouldBe(["check.speed.unset"]);

    [Fact]
    public void Flying_higher_than_the_law_allows_is_found() =>
        (Hand with { TransitHeightM = 31 }).Build().WithLongerSorties().Codes().ShouldBe(["check.height.over", "check.height.over"]);

    [Fact]
    public void Spraying_at_another_height_is_found() =>
        Good.WithItems(items => items[items.Switch(2) - 1] = HandPlan.Waypoint(100, 2.5, 4)).Codes().ShouldBe(["check.height.spray"]);

    [Fact]
    public void A_transit_lower_than_the_spraying_height_is_found() =>
        Good.WithItems(items => items[items.Switch(2) + 1] = HandPlan.Waypoint(100, 7.5, 2)).Codes()
            .ShouldBe(["check.height.low", "check.height.spray"]);

    [Fact]
    public void More_items_than_the_autopilot_stores_are_found() =>
        // 18 items and home
        (Hand with { Sprayer = Hand.Sprayer with { MissionItemLimit = Good.Missions[0].Items.Count } }).Build().Codes().ShouldBe(["check.items", "check.items"]);

    [Fact]
    public void More_fence_items_than_the_autopilot_stores_are_found() =>
        Good.WithMission(m => m with { Fence = [.. m.Fence, .. Circles(67)] }).Codes().ShouldBe(["check.fence.items"]);

    [Fact]
    public void As_many_fence_items_as_the_autopilot_stores_are_taken() =>
        Good.WithMission(m => m with { Fence = [.. m.Fence, .. Circles(66)] }).Codes().ShouldBeEmpty();

    [Fact]
    public void More_rally_points_than_the_autopilot_stores_are_found() =>
        Good.WithMission(m => m with { RallyPoints = [.. Enumerable.Repeat(m.RallyPoints[0], 47)] }).Codes().ShouldBe(["check.rally.items"]);

    [Fact]
    public void A_transit_out_of_the_field_is_found() =>
        (Hand with { Via = new Dictionary<int, LocalPoint> { [1] = new(105, 5) } }).Build().Codes().ShouldBe(["check.transit.leaves-field"]);

    [Fact]
    public void A_transit_over_a_no_spray_zone_in_the_field_is_found()
    {
        var pond = new NoSprayZone("P", "水塘", ZoneKind.FishPond, HandPlan.Rectangle(96, 4, 99, 6), 0);
        (Hand with
        {
            Lines = [(0, 2.5, 95, 2.5), (95, 7.5, 0, 7.5), (0, 12.5, 95, 12.5), (95, 17.5, 0, 17.5)],
            Zones = [pond],
            Via = new Dictionary<int, LocalPoint> { [1] = new(97.5, 5) },
        }).Build().Codes().ShouldBe(["check.transit.leaves-field"]);
    }

    private static IEnumerable<MissionItem> Circles(int count) => Enumerable.Range(0, count)
        .Select(i => new MissionItem(MissionCommand.FenceExclusionCircle, Param1: 1, Place: HandPlan.OnWire(new LocalPoint(-30 + i, 40))));
}
