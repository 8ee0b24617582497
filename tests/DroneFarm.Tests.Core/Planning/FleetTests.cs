using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Fleets;
using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Tests.Core.Planning;

public sealed class FleetTests
{
    // Ten by six paddies of 80 x 50 m with bunds of 2 m: 24 ha, 540 L.
    private static readonly Farm Block = Lab.Farm([.. Enumerable.Range(0, 60).Select(i => (East: i % 10 * 82, North: i / 10 * 52))
        .Select((p, i) => Lab.Field($"POLYGON (({p.East} {p.North}, {p.East + 80} {p.North}, {p.East + 80} {p.North + 50}, {p.East} {p.North + 50}, {p.East} {p.North}))", $"{i}"))])
        with { RefillPoints = [new RefillPoint("r", "road", new LocalPoint(410, -15))] };

    private static readonly Lazy<Plan> One = new(() => Lab.Plan(Block)), Three = new(() => Lab.Plan(Block, options: new PlanOptions(Fleet: new Fleet(3))));

    private static readonly TimeSpan Filled = TimeSpan.FromSeconds(Lab.Sprayer.RefillS);

    [Fact]
    public void Three_drones_finish_a_block_of_sixty_paddies_in_two_fifths_of_the_time_of_one()
    {
        One.Value.ShouldHold();
        Three.Value.ShouldHold();
        (Three.Value.Makespan / One.Value.Makespan).ShouldBeLessThanOrEqualTo(0.40);
        Three.Value.Sorties.Sum(s => s.Litres).ShouldBe(One.Value.Sorties.Sum(s => s.Litres), 0.1);
        Three.Value.Sorties.Select(s => s.Vehicle).Distinct().Order().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Tanks_are_filled_less_where_full_ones_would_leave_two_drones_waiting_for_the_third()
    {
        // Sixty paddies of 4.5 L: full tanks of 16 L make 17 sorties, of which two drones fly six and one flies five.
        var farm = Lab.Farm([.. Enumerable.Range(0, 60).Select(i => (East: i % 6 * 84, North: i / 6 * 29))
            .Select((p, i) => Lab.Field($"POLYGON (({p.East} {p.North}, {p.East + 80} {p.North}, {p.East + 80} {p.North + 25}, {p.East} {p.North + 25}, {p.East} {p.North}))", $"{i}"))])
            with { RefillPoints = [new RefillPoint("r", "road", new LocalPoint(252, -12))] };
        Plan Of(int drones) => Lab.Plan(farm, Lab.Sprayer with { TankL = 16, RefillS = 120 }, Lab.Job with { TransitHeightM = 8 }, new PlanOptions(EdgePass: EdgePassChoice.Never, Fleet: new Fleet(drones)));
        var (one, three) = (Of(1), Of(3));
        one.Sorties.Count.ShouldBe(17);
        three.ShouldHold();
        three.Sorties.Max(s => s.Litres).ShouldBeLessThan(15.5);
        three.Sorties.Sum(s => s.Litres).ShouldBe(one.Sorties.Sum(s => s.Litres), 0.1);
        (three.Makespan / one.Makespan).ShouldBeLessThan(0.4);
    }

    [Fact]
    public void One_drone_is_filled_and_made_ready_between_its_sorties()
    {
        var sorties = One.Value.Sorties;
        sorties[0].Start.ShouldBe(TimeSpan.Zero);
        for (var i = 1; i < sorties.Count; i++) (sorties[i].Start - sorties[i - 1].Finish).TotalSeconds.ShouldBe(Lab.Sprayer.RefillS + 45, 1e-3);
    }

    [Fact]
    public void Each_drone_has_a_transit_height_of_its_own_under_the_legal_one()
    {
        var highest = Three.Value.Missions.Zip(Three.Value.Sorties).GroupBy(s => s.Second.Vehicle).OrderBy(g => g.Key)
            .Select(g => g.SelectMany(s => s.First.Items).Max(i => i.HeightM));
        highest.ShouldBe([15, 20, 25]);
        Lab.Plan(Block, options: new PlanOptions(Fleet: new Fleet(6))).Missions.SelectMany(m => m.Items).Max(i => i.HeightM).ShouldBeLessThanOrEqualTo(30);
    }

    [Fact]
    public void Few_paddies_are_sprayed_by_two_drones() =>
        Three.Value.Sorties.SelectMany(s => s.SprayLegs.Select(l => (l.Swath.FieldId, s.Vehicle))).Distinct()
            .GroupBy(f => f.FieldId).Count(g => g.Count() > 1).ShouldBeLessThanOrEqualTo(2);

    [Fact]
    public void Sorties_are_numbered_in_the_order_of_take_off_and_each_has_its_mission()
    {
        Three.Value.Sorties.Select(s => s.Number).ShouldBe(Enumerable.Range(1, Three.Value.Sorties.Count));
        Three.Value.Sorties.Select(s => s.Start).ShouldBeInOrder();
        Three.Value.Missions.Select(m => m.SortieNumber).ShouldBe(Three.Value.Sorties.Select(s => s.Number));
    }

    /// <summary>With a landing as quick as any descent the check believed an aircraft over its last swath that was long on its way home.</summary>
    [Theory]
    [InlineData(4, 311), InlineData(2, 400), InlineData(3, 355)]
    public void What_the_plan_keeps_apart_is_apart_in_the_check(int drones, double refillEastM)
    {
        var farm = Block with { RefillPoints = [new RefillPoint("r", "road", new LocalPoint(refillEastM, -15))] };
        Lab.Plan(farm, Lab.Sprayer with { Switching = Lab.Late, TankL = 20 }, options: new PlanOptions(Fleet: new Fleet(drones))).ShouldHold();
    }

    [Fact]
    public void Swaths_that_begin_a_little_further_apart_than_two_drones_may_be_are_too_near_where_the_orders_come_ahead()
    {
        TooNear(Lab.Sprayer).ShouldBeFalse();
        TooNear(Lab.Sprayer with { Switching = Lab.Late }).ShouldBeTrue();

        // Two drones come from far away, at one moment, to swaths that lead away from each other.
        static bool TooNear(Sprayer sprayer) => Out(sprayer, 1).TooNear(0, Out(sprayer, -1), 0, slackS: 0, new Fleet(2));
        static Track Out(Sprayer sprayer, int side)
        {
            LocalPoint away = new(side * 300, 0), start = new(side * 10.5, 0), end = new(side * 80, 0);
            var (refill, flight) = (new RefillPoint("r", "r", away), new LegFlight(sprayer, Lab.Job));
            Leg[] legs = [new TransitLeg([away, start], TransitReason.ToWork), new SprayLeg(new Swath(1, "1", start, end, 5, SwathKind.Mainland)), new TransitLeg([end, away], TransitReason.ToRefill)];
            return Track.Of(flight.Sortie(1, refill, refill, legs), flight);
        }
    }

    [Fact]
    public void Two_drones_that_take_off_from_one_place_at_one_moment_are_found() =>
        Changed(s => s with { Start = s.Start < TimeSpan.FromMinutes(3) ? TimeSpan.Zero : s.Start }).ShouldContain("check.fleet.too-near");

    [Fact]
    public void A_drone_without_time_to_be_filled_is_found()
    {
        var own = Three.Value.Sorties.Where(s => s.Vehicle == 2).Take(2).ToList();
        Changed(s => s.Number == own[1].Number ? s with { Start = own[0].Finish + TimeSpan.FromSeconds(20) } : s).ShouldContain("check.fleet.no-time");
    }

    [Fact]
    public void A_refill_point_that_is_taken_twice_is_found()
    {
        // Both take off as soon as they could be filled if the people had four hands.
        var gaps = Three.Value.Sorties.GroupBy(s => s.Vehicle).SelectMany(own => own.Zip(own.Skip(1))).ToList();
        var (one, other) = gaps.SelectMany(a => gaps.Where(b => b.First.Vehicle > a.First.Vehicle).Select(b => (a, b))).MinBy(p => (p.a.First.Finish - p.b.First.Finish).Duration());
        (one.First.Finish - other.First.Finish).Duration().TotalSeconds.ShouldBeLessThan(Lab.Sprayer.RefillS - 2);
        Changed(s => s.Number == one.Second.Number ? s with { Start = one.First.Finish + Filled } : s.Number == other.Second.Number ? s with { Start = other.First.Finish + Filled } : s)
            .ShouldContain("check.fleet.refill-twice");
    }

    [Fact]
    public void A_sortie_of_a_drone_that_is_not_there_is_found() => Changed(s => s with { Vehicle = s.Vehicle + 1 }).ShouldContain("check.fleet.vehicle");

    private static IEnumerable<string> Changed(Func<Sortie, Sortie> change) =>
        DroneFarm.Core.Checking.PlanCheck.Of(Three.Value with { Sorties = [.. Three.Value.Sorties.Select(change)] }).AllFindings.Select(f => f.Code);
}
