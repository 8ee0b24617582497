using DroneFarm.Core.Checking;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>A row of paddies of 80 x 50 m, 25 long and two deep, along a road of 2,050 m whose tender drives 4 m/s.</summary>
public sealed class SharedTenderTests
{
    private const double RoadM = 2050;

    private static readonly RefillPoint Road = new("t", "tender", new LocalPoint(0, -15), [new LocalPoint(0, -15), new LocalPoint(RoadM, -15)], DriveMps: 4);

    private static readonly Farm Row = Lab.Farm([.. Enumerable.Range(0, 50).Select(i => (East: i % 25 * 82, North: i / 25 * 52))
        .Select((p, i) => Lab.Field($"POLYGON (({p.East} {p.North}, {p.East + 80} {p.North}, {p.East + 80} {p.North + 50}, {p.East} {p.North + 50}, {p.East} {p.North}))", $"{i}"))])
        with { RefillPoints = [Road] };

    private static readonly Lazy<Plan> One = new(() => Lab.Plan(Row)), Two = new(() => Lab.Plan(Row, options: new PlanOptions(Fleet: new Fleet(2))));

    [Fact]
    public void Two_drones_that_share_a_tender_finish_well_before_one()
    {
        Two.Value.ShouldHold();
        Two.Value.Sorties.Select(s => s.Vehicle).Distinct().Count().ShouldBe(2);
        (Two.Value.Makespan / One.Value.Makespan).ShouldBeLessThan(0.7);
        Two.Value.Sorties.Sum(s => s.Litres).ShouldBe(One.Value.Sorties.Sum(s => s.Litres), 0.1);
        Two.Value.Codes().ShouldContain("plan.refill.tender-shared");
    }

    [Fact]
    public void Whenever_one_is_filled_takes_off_or_lands_the_tender_can_have_come_from_where_it_was_last_needed()
    {
        var sorties = Two.Value.Sorties;
        sorties.Select(s => s.From.AlongM).Distinct().Count().ShouldBeGreaterThan(1, "else it would not drive");
        var needed = sorties.SelectMany(s => new[] { (AtS: s.Start.TotalSeconds, s.From.AlongM), (AtS: s.Finish.TotalSeconds, s.To.AlongM) })
            .Concat(sorties.GroupBy(s => s.Vehicle).SelectMany(g => g.OrderBy(s => s.Start).Skip(1)).Select(s => (AtS: s.Start.TotalSeconds - Lab.Sprayer.RefillS, s.From.AlongM)))
            .OrderBy(n => n.AtS).ToList();
        needed.Zip(needed.Skip(1)).ShouldAllBe(p => Math.Abs(p.First.AlongM - p.Second.AlongM) <= ((p.Second.AtS - p.First.AtS) * Road.DriveMps) + 0.01);
    }

    [Fact]
    public void Driving_finishes_sooner_than_standing_in_the_middle_of_the_road()
    {
        var standing = Lab.Plan(Row with { RefillPoints = [Road with { Road = null, Place = new LocalPoint(RoadM / 2, -15) }] }, options: new PlanOptions(Fleet: new Fleet(2)));
        Two.Value.Makespan.ShouldBeLessThan(standing.Makespan);
    }

    [Fact]
    public void A_slow_tender_stands_still_and_is_no_later_than_a_point_in_the_middle()
    {
        var slow = Lab.Plan(Row with { RefillPoints = [Road with { DriveMps = 0.2 }] }, options: new PlanOptions(Fleet: new Fleet(2)));
        slow.ShouldHold();
        slow.Sorties.ShouldAllBe(s => s.From.AlongM == RoadM / 2 && s.To == s.From);
    }

    [Fact]
    public void The_last_flight_of_a_stop_lands_at_the_next_one_while_the_tender_drives_there()
    {
        var ahead = Two.Value.Sorties.Where(s => s.From != s.To).ToList();
        ahead.ShouldNotBeEmpty();
        foreach (var sortie in ahead)
        {
            Two.Value.Sorties.Where(s => s.Vehicle == sortie.Vehicle && s.Start > sortie.Start).MinBy(s => s.Start)!.From.ShouldBe(sortie.To);
            var last = Two.Value.Missions.Single(m => m.SortieNumber == sortie.Number).Items.Last(i => i.Command == MissionCommand.Waypoint).Place!.Value;
            Row.Frame.ToLocal(last).DistanceM(sortie.To.Place).ShouldBeLessThan(0.02);
        }
    }

    [Theory]
    [InlineData(0.7, 3)]
    [InlineData(1.5, 2)]
    [InlineData(2.5, 4)]
    [InlineData(3, 2)]
    [InlineData(8, 3)]
    public void However_fast_it_is_and_however_many_it_serves_the_plan_holds(double driveMps, int drones)
    {
        var line = Row with { Fields = [.. Row.Fields.Take(25)], RefillPoints = [Road with { DriveMps = driveMps }] };
        Lab.Plan(line, Lab.Sprayer with { BatteryWh = 900 }, options: new PlanOptions(Fleet: new Fleet(drones))).ShouldHold();
    }

    [Fact]
    public void It_fills_one_at_a_time()
    {
        var fills = Two.Value.Sorties.GroupBy(s => s.Vehicle).SelectMany(g => g.OrderBy(s => s.Start).Skip(1)).Select(s => s.Start.TotalSeconds).Order().ToList();
        fills.Zip(fills.Skip(1)).ShouldAllBe(p => p.Second - p.First >= Lab.Sprayer.RefillS - 1e-6);
    }

    [Fact]
    public void A_sortie_that_takes_off_at_another_stop_while_the_tender_is_needed_elsewhere_is_found()
    {
        var first = Two.Value.Sorties[0];
        var other = Two.Value.Sorties.First(s => s.Vehicle != first.Vehicle && !s.From.IsSameStand(first.From));
        Changed(s => s == other ? s with { Start = first.Start } : s).ShouldContain("check.fleet.tender");
    }

    [Fact]
    public void A_tender_too_slow_for_the_plan_is_found() =>
        PlanCheck.Of(Two.Value with { Farm = Row with { RefillPoints = [Road with { DriveMps = 0.5 }] } }).AllFindings.Select(f => f.Code).ShouldContain("check.fleet.tender");

    [Fact]
    public void A_stop_that_is_not_where_it_says_is_found() =>
        Changed(s => s with { From = s.From with { AlongM = s.From.AlongM + 5 } }).ShouldContain("check.fleet.tender-place");

    [Fact]
    public void Points_with_stores_of_their_own_wait_for_no_tender()
    {
        var points = Row with { RefillPoints = [new RefillPoint("w", "west", new LocalPoint(0, -15)), new RefillPoint("e", "east", new LocalPoint(RoadM, -15))] };
        var plan = Lab.Plan(points, options: new PlanOptions(Fleet: new Fleet(2)));
        plan.ShouldHold();
        plan.Sorties.ShouldAllBe(s => s.From.Tender == null);
        plan.Sorties.Where(s => s.Start == TimeSpan.Zero).Select(s => s.From.Id).Distinct().Count().ShouldBe(2);
    }

    private static IEnumerable<string> Changed(Func<Sortie, Sortie> change) =>
        PlanCheck.Of(Two.Value with { Sorties = [.. Two.Value.Sorties.Select(change)] }).AllFindings.Select(f => f.Code);
}
