using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Fleets;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Several simulated vehicles at one job.</summary>
public sealed class FleetFlights(ITestOutputHelper output)
{
    private const double Speed = 60;
    private const double RefillS = 120;

    [Fact]
    public async Task Three_drones_finish_60_paddies_in_two_fifths_of_one_drones_time_and_never_come_too_near()
    {
        var one = await FlyAsync(SmallJob.Plan(60, Fleet.One, tankL: 16, columns: 6, refillS: RefillS), lose: null);
        var plan = SmallJob.Plan(60, new Fleet(3), tankL: 16, columns: 6, refillS: RefillS);
        var three = await FlyAsync(plan, lose: null);
        output.WriteLine($"one drone {one.Minutes:0.0} min, three {three.Minutes:0.0} min ({three.Minutes / one.Minutes:0.000}); closest {three.ClosestM:0.0} m (set {three.SetM:0} m); litres {one.EmittedL:0.0} and {three.EmittedL:0.0}");
        output.WriteLine($"one: {Timeline(one.Events)}\nthree: {Timeline(three.Events)}\nplanned: {Timeline(plan)}");
        one.Complete.ShouldBeTrue(one.Story);
        three.Complete.ShouldBeTrue(three.Story);
        (three.Minutes / one.Minutes).ShouldBeLessThanOrEqualTo(0.40);
        three.ClosestM.ShouldBeGreaterThanOrEqualTo(three.SetM);
        three.EmittedL.ShouldBe(one.EmittedL, 0.02 * one.EmittedL);
    }

    [Fact]
    public async Task When_one_of_three_is_taken_by_its_pilot_the_others_finish_its_work()
    {
        var plan = SmallJob.Plan(12, new Fleet(3), tankL: 6, columns: 6, refillS: 20);
        var flown = await FlyAsync(plan, lose: 2);
        output.WriteLine($"{flown.Minutes:0.0} min, closest {flown.ClosestM:0.0} m, {flown.EmittedL:0.0} L of {plan.Sorties.Sum(s => s.Litres):0.0} L");
        flown.Complete.ShouldBeTrue(flown.Story);
        flown.Ends[2].ShouldBe(JobEnd.PilotTookOver, flown.Story);
        flown.EmittedL.ShouldBe(plan.Sorties.Sum(s => s.Litres), 0.03 * plan.Sorties.Sum(s => s.Litres));
        flown.ClosestM.ShouldBeGreaterThanOrEqualTo(flown.SetM);
    }

    [Fact]
    public async Task Two_drones_share_a_tender_that_drives_on_and_is_never_wanted_in_two_places()
    {
        var plan = SmallJob.Plan(16, new Fleet(2), tankL: 5, columns: 16, refillS: 20, batteryWh: 480, tenderMps: 12);
        // From the middle of the road its battery carries it to the ends for a few metres only.
        plan.Fields.ShouldAllBe(f => !f.IsRefused);
        plan.Sorties.Select(s => s.From.AlongM).Distinct().Count().ShouldBeGreaterThan(1, "else nothing would drive");
        var flown = await FlyAsync(plan, lose: null);
        output.WriteLine($"{flown.Minutes:0.0} min, planned {plan.Makespan.TotalMinutes:0.0} min; closest {flown.ClosestM:0.0} m; stops {string.Join(", ", plan.Sorties.Select(s => $"{s.From.AlongM:0}"))}");
        flown.Complete.ShouldBeTrue(flown.Story);
        flown.EmittedL.ShouldBe(plan.Sorties.Sum(s => s.Litres), 0.05 * plan.Sorties.Sum(s => s.Litres));
        flown.ClosestM.ShouldBeGreaterThanOrEqualTo(flown.SetM);
        var sorties = plan.Sorties.ToDictionary(s => s.Number);
        var inAir = new Dictionary<int, Sortie>();
        foreach (var e in flown.Events.OrderBy(e => e.At))
        {
            if (e.Kind == FlightEventKind.Landed) inAir.Remove(e.Vehicle.SystemId);
            if (e.Kind != FlightEventKind.TookOff || !sorties.TryGetValue(e.SortieNumber, out var sortie)) continue;
            inAir.Values.ShouldAllBe(other => other.To.IsSameStand(sortie.From));
            inAir[e.Vehicle.SystemId] = sortie;
        }
    }

    private static async Task<Flown> FlyAsync(Plan plan, int? lose)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), Speed);
        var roster = Roster.OfSimulated(plan.Fleet.Drones);
        await using var crew = Crew.Open(roster, plan, clock, clock, new ScreenWatchdog(clock, TimeSpan.FromDays(1)), new Deaf(), Speed);
        (await crew.FindAsync(cancel)).ShouldBe(0);
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        var options = JobFlightOptions.For(pump, s => SprayPreset.For(plan.Sprayer, plan.Fleet.JobOf(plan.Job, s.Vehicle), pump, s)) with { Weather = () => Inputs.Calm(clock) };
        var story = new Story();
        // As planned: before the first take-off all were filled already.
        var filled = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
        async Task RefillAsync(int number, Sortie sortie, CancellationToken stop)
        {
            if (!filled.TryAdd(number, true)) await Task.Delay(TimeSpan.FromSeconds(plan.Sprayer.RefillS), clock, stop);
            SimulatedVehicle.Carry(crew.Simulated(number)!, plan.Farm.Frame.ToGeo(sortie.From.Place));
            SimulatedVehicle.Refill(crew.Simulated(number)!, Math.Min(plan.Sprayer.TankL, sortie.Litres * 1.05));
        }

        using var fleet = new FleetFlight(crew.Vehicles, plan, options, story, RefillAsync, clock);
        using var landed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var closest = WatchAsync(crew, plan, lose, clock, landed.Token);
        var result = await fleet.RunAsync(cancel);
        await landed.CancelAsync();
        var flights = story.Events.Where(e => e.Kind is FlightEventKind.TookOff or FlightEventKind.Landed).ToList();
        return new Flown(
            result.IsComplete, (flights.Max(e => e.At) - flights.Min(e => e.At)).TotalMinutes, await closest, plan.Fleet.SeparationM,
            roster.Vehicles.Keys.Sum(n => crew.Simulated(n)!.With(s => s.Truth.EmittedL)), result.Vehicles.ToDictionary(v => v.Key, v => v.Value.End), story.ToString(), flights);
    }

    /// <summary>Of each vehicle, minutes from the first take-off to each of its own and how long it was in the air.</summary>
    private static string Timeline(IReadOnlyList<FlightEvent> flights)
    {
        var beginning = flights.Min(f => f.At);
        return string.Join("; ", flights.GroupBy(f => f.Vehicle).Select(own => $"{own.Key}: " + string.Join(' ', own.OrderBy(f => f.At).Zip(own.OrderBy(f => f.At).Skip(1))
            .Where(p => p.First.Kind == FlightEventKind.TookOff).Select(p => $"{(p.First.At - beginning).TotalMinutes:0.0}+{(p.Second.At - p.First.At).TotalMinutes:0.0}"))));
    }

    /// <summary>The same as it was planned.</summary>
    private static string Timeline(Plan plan) => string.Join("; ", plan.Sorties.GroupBy(s => s.Vehicle).OrderBy(own => own.Key).Select(own =>
        $"{own.Key}: " + string.Join(' ', own.OrderBy(s => s.Start).Select(s => $"{(s.Start - plan.Sorties.Min(first => first.Start)).TotalMinutes:0.0}+{s.Duration.TotalMinutes:0.0}"))));

    /// <summary>The truth of the simulators: over the ground, of two in the air that are less than a lane apart in height.</summary>
    private static async Task<double> WatchAsync(Crew crew, Plan plan, int? lose, TimeProvider clock, CancellationToken landed)
    {
        var (closestM, lost) = (double.PositiveInfinity, false);
        while (!landed.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.25), clock, landed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var up = crew.Vehicles.Keys.Select(n => (Number: n, crew.Simulated(n)!.With(s => s.Truth))).Select(t => (t.Number, Truth: t.Item2)).Where(t => !t.Truth.OnGround).ToList();
            foreach (var (number, truth) in up)
            {
                if (number == lose && !lost && truth.EmittedL > 2) lost = crew.Simulated(number)!.With(s => s.PilotTakes(FlightMode.Rtl));
                foreach (var (_, other) in up.Where(o => o.Number > number && Math.Abs(o.Truth.HeightM - truth.HeightM) < plan.Fleet.LaneStepM - 1))
                    closestM = Math.Min(closestM, plan.Farm.Frame.ToLocal(truth.Place).DistanceM(plan.Farm.Frame.ToLocal(other.Place)));
            }
        }

        return closestM;
    }

    private sealed record Flown(bool Complete, double Minutes, double ClosestM, double SetM, double EmittedL, IReadOnlyDictionary<int, JobEnd> Ends, string Story, IReadOnlyList<FlightEvent> Events);

    private sealed class Deaf : IPacketSink
    {
        public void Received(DateTimeOffset at, DroneFarm.Mavlink.Packet packet)
        {
        }

        public void Sent(DateTimeOffset at, ReadOnlyMemory<byte> frame)
        {
        }
    }

    private sealed class Story : IFlightSink
    {
        public System.Collections.Concurrent.ConcurrentQueue<FlightEvent> Events { get; } = new();

        public void Track(TrackPoint point)
        {
        }

        public void Event(FlightEvent happened) => Events.Enqueue(happened);

        public override string ToString() => string.Join('\n', Events.Where(e => e.Kind is not FlightEventKind.SwathStarted and not FlightEventKind.SwathEnded).Select(e =>
            $"{e.At:HH:mm:ss.f} {e.Vehicle}/{e.SortieNumber} {e.Kind} {Core.Text.Phrasebook.Core.Say(e.Text, Core.Text.Language.English)}"));
    }
}
