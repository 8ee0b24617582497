using DroneFarm.Core.Fields;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Tests.Core.Planning;

namespace DroneFarm.Tests.Core.Resuming;

/// <summary>What a plan was made with stays with what is left of it.</summary>
public sealed class KeptTermsTests
{
    private static readonly FlightLog NothingFlown = new("test", [], [], false);

    [Fact]
    public void Lower_swaths_are_flown_as_low_and_waypoints_stay_over_the_terrain()
    {
        var plan = Lab.Plan(
            Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 22, 0 22, 0 0))")), Lab.Sprayer with { LeastSprayHeightM = 2 }, Lab.Job with { HeightDatum = AltitudeDatum.Terrain },
            new PlanOptions(Direction: Heading.FromDegrees(90), EdgePass: EdgePassChoice.Never));
        var left = Remainder.Of(plan, HalfFlown.Of(plan, plan.Sorties[0].Legs[0].LengthM + 40), new RemainderOptions()).Plan.ShouldNotBeNull();
        left.ShouldHold();
        left.Swaths.ShouldAllBe(s => s.HeightM == plan.Swaths.First().HeightM && s.HeightM < 3);
        left.Missions.SelectMany(m => m.Items).Where(i => i.Command == MissionCommand.Waypoint).ShouldAllBe(i => i.Datum == AltitudeDatum.Terrain);
    }

    /// <summary>The third aircraft flies two lanes of 5 m above the first: up at 2.5 m/s and down at 1.5 m/s, before the swaths and after them.</summary>
    [Fact]
    public void A_vehicle_that_is_left_alone_is_reckoned_with_at_its_own_transit_height()
    {
        var farm = Lab.Farm(Lab.Field("POLYGON ((0 0, 80 0, 80 50, 0 50, 0 0))"));
        var plan = Lab.Plan(farm, options: new PlanOptions(Fleet: new Fleet(3)));
        Sortie Alone(int vehicle) => Remainder.Of(plan, NothingFlown, new RemainderOptions(Vehicles: [vehicle])).Plan.ShouldNotBeNull().Sorties[0];
        (Alone(3).Duration - Alone(1).Duration).TotalSeconds.ShouldBe((2 * 10 / 2.5) + (2 * 10 / 1.5), 0.1);
        Alone(3).EnergyWh.ShouldBeGreaterThan(Alone(1).EnergyWh);
    }

    /// <summary>Four lanes fit under 30 m: the fifth aircraft flies in the first one's.</summary>
    [Fact]
    public void Two_vehicles_left_in_one_lane_are_kept_apart_as_they_fly()
    {
        var farm = Lab.Farm([.. Enumerable.Range(0, 10).Select(i => Lab.Field($"POLYGON (({i * 82} 0, {(i * 82) + 80} 0, {(i * 82) + 80} 50, {i * 82} 50, {i * 82} 0))", $"{i}"))]);
        var plan = Lab.Plan(farm, options: new PlanOptions(Fleet: new Fleet(5)));
        plan.Fleet.JobOf(plan.Job, 5).TransitHeightM.ShouldBe(plan.Fleet.JobOf(plan.Job, 1).TransitHeightM);
        var rest = Remainder.Of(plan, NothingFlown, new RemainderOptions(Vehicles: [1, 5]));
        rest.Refusal.ShouldBeNull();
        rest.Plan!.ShouldHold();
    }

    [Theory]
    [InlineData(4, 2, 3)]
    [InlineData(4, 1, 3)]
    [InlineData(0.7, 3)]
    public void A_shared_tender_is_not_in_two_places_when_some_of_the_drones_are_gone(double driveMps, params int[] left)
    {
        var road = new RefillPoint("t", "tender", new LocalPoint(0, -15), [new LocalPoint(0, -15), new LocalPoint(2050, -15)], driveMps);
        var farm = Lab.Farm([.. Enumerable.Range(0, 25).Select(i => Lab.Field($"POLYGON (({i * 82} 0, {(i * 82) + 80} 0, {(i * 82) + 80} 50, {i * 82} 50, {i * 82} 0))", $"{i}"))]) with { RefillPoints = [road] };
        var plan = Lab.Plan(farm, Lab.Sprayer with { BatteryWh = 520 }, options: new PlanOptions(Fleet: new Fleet(3)));
        plan.Sorties.Select(s => s.From.AlongM).Distinct().Count().ShouldBeGreaterThan(1, "else nothing would drive");
        var rest = Remainder.Of(plan, NothingFlown, new RemainderOptions(Vehicles: left));
        rest.Refusal.ShouldBeNull();
        rest.Plan!.ShouldHold();
        rest.Plan!.Sorties.ShouldAllBe(s => left.Contains(s.Vehicle) && s.From.Tender == "t");
    }
}
