using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Tests.Core.Planning;

namespace DroneFarm.Tests.Core.Resuming;

public sealed class RemainderTests
{
    // 100 x 25 m, five swaths of 100 m along the long side, ten metres west of them the refill point.
    private static readonly Plan Paddy = Lab.Plan(
        Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 25, 0 25, 0 0))")), options: new PlanOptions(EdgePass: EdgePassChoice.Never));

    // With a notch, edge passes and three tanks.
    private static readonly Plan Notched = Lab.Plan(
        Lab.Farm(Lab.Field("POLYGON ((0 0, 300 0, 300 150, 200 150, 200 60, 100 60, 100 150, 0 150, 0 0))"), Lab.Field("POLYGON ((302 0, 400 0, 400 80, 302 80, 302 0))", "2")),
        options: new PlanOptions(EdgePass: EdgePassChoice.Always));

    private static double BeforeFirstSwathM => Paddy.Sorties[0].Legs[0].LengthM;

    [Fact]
    public void Nothing_flown_leaves_everything_and_everything_flown_leaves_nothing()
    {
        var all = Remainder.Of(Paddy, new FlightLog("test", [], [], false), new RemainderOptions()).Plan.ShouldNotBeNull();
        all.Sorties.Sum(s => s.SprayedM).ShouldBe(Paddy.Sorties.Sum(s => s.SprayedM), 0.01);
        all.Sorties[0].Number.ShouldBe(2);
        var none = Remainder.Of(Paddy, HalfFlown.Of(Paddy, double.MaxValue), new RemainderOptions());
        none.Plan.ShouldBeNull();
        none.Refusal.ShouldNotBeNull().Key.ShouldBe("resume.nothing-left");
    }

    [Fact]
    public void A_swath_broken_off_after_40_m_goes_on_there_a_little_before()
    {
        var left = Remainder.Of(Paddy, HalfFlown.Of(Paddy, BeforeFirstSwathM + 40), new RemainderOptions(OverlapM: 1.2));
        left.Breakpoint.ShouldNotBeNull().AlongM.ShouldBe(40, 0.5);
        var plan = left.Plan.ShouldNotBeNull();
        var first = plan.Sorties[0].SprayLegs.First().Swath;
        (100 - first.LengthM).ShouldBe(left.Breakpoint!.AlongM - 1.2, 0.01);
        plan.Sorties.Sum(s => s.SprayedM).ShouldBe(Paddy.Sorties.Sum(s => s.SprayedM) - 40 + 1.2, 0.5);
        plan.ShouldHold();
    }

    [Theory]
    [InlineData(ReEntry.SwathStart, 500)]
    [InlineData(ReEntry.NextSwath, 400)]
    [InlineData(ReEntry.AtBreakpoint, 461.2)]
    [InlineData(ReEntry.Nearest, 461.2)]
    public void The_choice_of_re_entry_decides_how_much_of_the_interrupted_swath_is_flown(ReEntry entry, double sprayedM)
    {
        var left = Remainder.Of(Paddy, HalfFlown.Of(Paddy, BeforeFirstSwathM + 40), new RemainderOptions(entry));
        var plan = left.Plan.ShouldNotBeNull(left.Refusal?.Key);
        plan.Sorties.Sum(s => s.SprayedM).ShouldBe(sprayedM, 1.5);
        plan.ShouldHold();
    }

    [Fact]
    public void The_nearest_start_comes_first_and_what_lies_before_it_afterwards()
    {
        var plan = Remainder.Of(Paddy, HalfFlown.Of(Paddy, BeforeFirstSwathM + 40), new RemainderOptions(ReEntry.Nearest)).Plan.ShouldNotBeNull();
        var starts = plan.Sorties.SelectMany(s => s.SprayLegs).Select(l => l.Swath.Start.DistanceM(plan.Sorties[0].From.Place)).ToList();
        starts[0].ShouldBe(starts.Min(), 0.001);
    }

    [Fact]
    public void What_another_vehicle_is_flying_is_not_left()
    {
        var reserved = Notched.Sorties[0];
        var plan = Remainder.Of(Notched, new FlightLog("test", [], [], false), new RemainderOptions { Reserved = [reserved] }).Plan.ShouldNotBeNull();
        plan.Sorties.Sum(s => s.SprayedM).ShouldBe(Notched.Sorties.Sum(s => s.SprayedM) - reserved.SprayedM, 5);
        plan.ShouldHold();
    }

    [Fact]
    public void Wherever_a_job_is_broken_off_what_is_left_passes_the_check_and_together_they_are_the_whole()
    {
        var allM = Notched.Sorties.Sum(s => s.LengthM);
        var sprayedM = Notched.Sorties.Sum(s => s.SprayedM);
        var random = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var untilM = allM * random.NextDouble();
            var log = HalfFlown.Of(Notched, untilM);
            var entry = (ReEntry)(i % 4);
            var left = Remainder.Of(Notched, log, new RemainderOptions(entry));
            var plan = left.Plan.ShouldNotBeNull($"{left.Refusal?.Key} {string.Join(' ', left.Refusal?.Args ?? [])} after {untilM:F0} m, {entry}");
            plan.Sorties.ShouldAllBe(s => s.Number > Notched.Sorties.Count);
            if (entry != ReEntry.AtBreakpoint) continue;
            var flownM = log.Track.Zip(log.Track.Skip(1)).Where(p => p.First.FlowLPerMin > 0 && p.Second.FlowLPerMin > 0)
                .Sum(p => plan.Farm.Frame.ToLocal(p.First.Place).DistanceM(plan.Farm.Frame.ToLocal(p.Second.Place)));
            (flownM + plan.Sorties.Sum(s => s.SprayedM)).ShouldBe(sprayedM, 0.01 * sprayedM + 3);
        }
    }
}
