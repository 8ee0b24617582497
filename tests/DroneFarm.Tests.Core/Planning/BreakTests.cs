using CsCheck;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Where a route is broken into sorties, against all ways to break it.</summary>
public sealed class BreakTests
{
    private const int Swaths = 7;

    private static readonly Sprayer Small = Lab.Sprayer with { TankL = 0.95, RefillS = 40 };
    private static readonly LegFlight Flight = new(Small, Lab.Job);

    // Seven swaths of 25 m in one or two places: short enough to be pieces of their own.
    private static readonly Gen<List<Leg>> Routes = Gen.Select(Gen.Int[1, 6], Gen.Double[50, 600], Gen.Double[-200, 200]).Select(t =>
    {
        var legs = new List<Leg>();
        for (var i = 0; i < Swaths; i++)
        {
            var away = i < t.Item1 ? new LocalVector(0, 0) : new LocalVector(t.Item2, t.Item3);
            LocalPoint south = new LocalPoint(5 * i, 0) + away, north = new LocalPoint(5 * i, 25) + away;
            var swath = new Swath(i + 1, "1", i % 2 == 0 ? south : north, i % 2 == 0 ? north : south, 5, SwathKind.Mainland);
            if (i > 0) legs.Add(new TransitLeg([legs[^1].To, swath.Start], i == t.Item1 ? TransitReason.NextField : TransitReason.NextSwath));
            legs.Add(new SprayLeg(swath));
        }

        return legs;
    });

    private static readonly Gen<List<RefillPoint>> Points = Gen.Select(Gen.Double[-300, 700], Gen.Double[-200, 300])
        .Select(p => new LocalPoint(p.Item1, p.Item2)).List[1, 3].Select(places => places.Select((p, i) => new RefillPoint($"{i}", $"{i}", p)).ToList());

    [Fact]
    public void The_breaks_and_stops_are_the_best_of_all_that_tank_and_battery_allow() => Gen.Select(Routes, Points).Sample((legs, points) =>
    {
        var tooFar = new List<Swath>();
        var sorties = new SortieCutter(Small, Lab.Job, Straight).Cut(Stops.At(points[0], points), null, legs, 1, tooFar, CancellationToken.None);
        tooFar.ShouldBeEmpty();
        (sorties.Sum(s => s.Duration.TotalSeconds) + (Small.RefillS * (sorties.Count - 1))).ShouldBe(points.Min(p => LeastS(0, p, legs, points)), 1e-6);
        for (var i = 1; i < sorties.Count; i++) sorties[i].From.ShouldBe(sorties[i - 1].To);
    }, iter: 60);

    [Fact]
    public void A_way_round_an_obstacle_counts_as_long_as_it_is() => Gen.Select(Routes, Gen.Double[0, 20]).Sample((legs, bendFromEastM) =>
    {
        // Whoever starts or lands east of a line must go round by the south.
        var refill = new RefillPoint("r", "r", new LocalPoint(-60, 30));
        IReadOnlyList<LocalPoint> Bent(LocalPoint a, LocalPoint b) => Math.Max(a.EastM, b.EastM) > bendFromEastM ? [a, new LocalPoint(0, -150), b] : [a, b];
        var sorties = new SortieCutter(Small, Lab.Job, Bent).Cut(Stops.At(refill, []), null, legs, 1, [], CancellationToken.None);
        (sorties.Sum(s => s.Duration.TotalSeconds) + (Small.RefillS * (sorties.Count - 1))).ShouldBe(LeastS(0, refill, legs, [refill], Bent), 1e-6);
    }, iter: 60);

    [Fact]
    public void A_long_swath_is_cut_inside_where_that_saves_a_flight()
    {
        // 19 swaths of 4.5 L are 85.5 L: three tanks of 30 L, but six whole swaths (27 L) a tank would need four.
        var field = Lab.Field("POLYGON ((0 0, 400 0, 400 95, 0 95, 0 0))");
        var plan = Lab.Plan(Lab.Farm(field), Lab.Sprayer with { BatteryWh = 4000 });
        plan.ShouldHold();
        plan.Sorties.Count.ShouldBe(3);
        plan.Sorties.Sum(s => s.SprayLegs.Count()).ShouldBeInRange(20, 21);
    }

    [Fact]
    public void A_swath_is_left_whole_where_cutting_it_saves_no_flight()
    {
        var field = Lab.Field("POLYGON ((0 0, 400 0, 400 60, 0 60, 0 0))");
        var plan = Lab.Plan(Lab.Farm(field), Lab.Sprayer with { BatteryWh = 4000 });
        plan.ShouldHold();
        plan.Sorties.Count.ShouldBe(2);
        plan.Sorties.Sum(s => s.SprayLegs.Count()).ShouldBe(12);
    }

    [Fact]
    public void With_refill_points_at_both_ends_a_sortie_ends_at_the_other_one_and_the_next_starts_there()
    {
        var field = Lab.Field("POLYGON ((0 0, 800 0, 800 60, 0 60, 0 0))");
        RefillPoint west = new("w", "west", new LocalPoint(-20, 30)), east = new("e", "east", new LocalPoint(820, 30));
        var sprayer = Lab.Sprayer with { TankL = 12, BatteryWh = 3000 };
        Plan With(params RefillPoint[] points) => Lab.Plan(Lab.Farm(field) with { RefillPoints = points }, sprayer);
        var both = With(west, east);
        both.ShouldHold();
        both.Sorties.ShouldContain(s => s.From != s.To);
        for (var i = 1; i < both.Sorties.Count; i++) both.Sorties[i].From.ShouldBe(both.Sorties[i - 1].To);
        both.Makespan.ShouldBeLessThan(With(west).Makespan);
        both.Makespan.ShouldBeLessThan(With(east).Makespan);
        // RTL goes to a rally point only from near it: the mission itself must fly there.
        foreach (var (sortie, mission) in both.Sorties.Zip(both.Missions).Where(s => s.First.From != s.First.To))
        {
            var last = mission.Items.Last(i => i.Command == MissionCommand.Waypoint).Place!.Value;
            both.Farm.Frame.ToLocal(last).DistanceM(sortie.To.Place).ShouldBeLessThan(0.02);
        }
    }

    [Fact]
    public void A_tender_drives_along_its_road_and_waits_where_the_sorties_end()
    {
        var fields = Enumerable.Range(0, 8).Select(i => Lab.Field($"POLYGON (({i * 110} 0, {(i * 110) + 100} 0, {(i * 110) + 100} 100, {i * 110} 100, {i * 110} 0))", $"{i}")).ToArray();
        var road = new RefillPoint("t", "tender", new LocalPoint(0, -15), [new LocalPoint(0, -15), new LocalPoint(900, -15)]);
        var driving = Lab.Plan(Lab.Farm(fields) with { RefillPoints = [road] });
        driving.ShouldHold();
        driving.Sorties.Select(s => s.From.Place).Distinct().Count().ShouldBeGreaterThan(2);
        driving.Sorties.ShouldAllBe(s => Math.Abs(s.From.Place.NorthM + 15) < 1e-9 && s.From.Place.EastM >= 0 && s.From.Place.EastM <= 900);
        for (var i = 1; i < driving.Sorties.Count; i++) driving.Sorties[i].From.ShouldBe(driving.Sorties[i - 1].To);
        driving.Sorties.ShouldAllBe(s => s.From.Place.DistanceM(s.To.Place) <= (s.Duration.TotalSeconds * road.DriveMps) + 1);
        var standing = Lab.Plan(Lab.Farm(fields) with { RefillPoints = [road with { Road = null, Place = new LocalPoint(450, -15) }] });
        driving.Sorties.Sum(s => s.TransitM).ShouldBeLessThan(standing.Sorties.Sum(s => s.TransitM) * 0.8);
    }

    private static IReadOnlyList<LocalPoint> Straight(LocalPoint from, LocalPoint to) => [from, to];

    /// <summary>By trying everything: the least seconds from a swath to the end, filling between flights included.</summary>
    private static double LeastS(int first, RefillPoint at, List<Leg> legs, List<RefillPoint> points, Func<LocalPoint, LocalPoint, IReadOnlyList<LocalPoint>>? ways = null)
    {
        if (first == Swaths) return 0;
        ways ??= Straight;
        var least = double.PositiveInfinity;
        for (var end = first + 1; end <= Swaths; end++)
        {
            var flown = legs.GetRange(2 * first, (2 * (end - first)) - 1);
            foreach (var to in points)
            {
                List<Leg> all = [new TransitLeg(ways(at.Place, flown[0].From), TransitReason.ToWork), .. flown, new TransitLeg(ways(flown[^1].To, to.Place), TransitReason.ToRefill)];
                var sortie = Flight.Sortie(1, at, to, all);
                if (sortie.Litres > Small.TankL - 0.01 || sortie.EnergyWh > Small.UsableWh * 0.999) continue;
                least = Math.Min(least, sortie.Duration.TotalSeconds + (end < Swaths ? Small.RefillS + LeastS(end, to, legs, points, ways) : 0));
            }
        }

        return least;
    }
}
