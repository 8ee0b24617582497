using DroneFarm.Cli.Time;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Cli.Flying;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Tests.Shared;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Whole jobs on the simulator and on real firmware: refills, a battery that is swapped, an interruption that is taken up.</summary>
public sealed class WholeJobs(ITestOutputHelper output)
{
    private const double Speed = 60;
    private const double MuM2 = 10_000.0 / 15;

    [Fact]
    public async Task A_hundred_mu_with_two_refills_and_a_battery_swap_are_recorded_as_they_were_sprayed()
    {
        // 33 paddies of 2,000 m2 are 99 mu; 150 L at 22.5 L/ha, three tanks of 52 L.
        var plan = SmallJob.Plan(33, tankL: 52, columns: 6, batteryWh: 9000);
        var cancel = TestContext.Current.CancellationToken;
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), Speed);
        await using var station = new GroundStation(clock);
        var port = SimulatedVehicle.FreeUdpPort();
        var opened = station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
        await using var host = SimulatedVehicle.Start(plan, port, clock);
        clock.StandWhile(new WireBacklog(host, opened).IsLong);
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(2), cancel: cancel)).ShouldNotBeNull();
        var kept = new Kept();
        var (refills, swaps) = (0, 0);
        Task Refill(Sortie sortie, CancellationToken stop)
        {
            refills++;
            host.With(s => s.Refill(Math.Min(plan.Sprayer.TankL, sortie.Litres * 1.05)));
            // The battery is changed when it would not last, as people do.
            if (host.With(s => s.Truth.BatteryCharge) * plan.Sprayer.BatteryWh < sortie.EnergyWh + (plan.Sprayer.BatteryWh * plan.Sprayer.ReserveFraction))
            {
                swaps++;
                host.With(s => s.SwapBattery());
            }

            return Task.CompletedTask;
        }

        using var job = new JobFlight(vehicle, plan, Options(plan, clock), kept, Refill, clock);
        var result = await job.RunAsync(cancel: cancel);
        result.End.ShouldBe(JobEnd.Done, kept.ToString());
        var emittedL = host.With(s => s.Truth.EmittedL);
        var applied = AsAppliedMap.Of(plan, new FlightLog(plan.Job.Id, [.. kept.Points], [.. kept.Events], true));
        var plannedM2 = plan.Fields.Sum(f => f.Sprayable.Area);
        output.WriteLine(
            $"{plan.PlannedAreaM2 / MuM2:0.0} mu, {plan.Sorties.Count} sorties, {refills - 1} refills, {swaps} battery swaps; recorded {applied.Litres:0.00} L, emitted {emittedL:0.00} L "
            + $"({100 * ((applied.Litres / emittedL) - 1):0.00} %); sprayed {applied.Fields.Sum(f => f.SprayedM2) / MuM2:0.00} mu of {plannedM2 / MuM2:0.00} mu");
        plan.PlannedAreaM2.ShouldBe(100 * MuM2, 0.02 * 100 * MuM2);
        applied.Litres.ShouldBe(emittedL, 0.02 * emittedL);
        applied.Fields.Sum(f => f.SprayedM2).ShouldBe(plannedM2, 0.01 * plannedM2);
        (refills - 1).ShouldBe(2);
        swaps.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Real_firmware_flies_two_sorties_and_goes_on_after_the_pilots_RTL_within_a_sortie()
    {
        const double speedUp = 8;
        var cancel = TestContext.Current.CancellationToken;
        var plan = SmallJob.Plan(2, tankL: 5);
        plan.Sorties.Count.ShouldBe(2);
        await using var sitl = Sitl.Start(plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), speedUp);
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), speedUp);
        await using var station = new GroundStation(clock);
        station.Open(new LinkUrl(LinkKind.Tcp, "127.0.0.1", sitl.Port));
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(5), cancel: cancel)).ShouldNotBeNull();
        Task RefillAsync(Sortie sortie, CancellationToken stop) => SwapAsync(vehicle, stop);
        var first = new Kept();
        JobResult broken;
        using (var job = new JobFlight(vehicle, plan, Options(plan, clock), first, RefillAsync, clock))
        {
            var running = job.RunAsync(cancel: cancel);
            while (job.Progress is not { Phase: FlightPhase.Spraying, Flown.Litres: > 1.6 } && !running.IsCompleted) await Task.Delay(TimeSpan.FromSeconds(0.2), clock, cancel);
            // Somebody else's RTL: the job commands nothing, as with the pilot's switch.
            await vehicle.RunAsync(new ModeChange(CopterMode.Rtl), cancel);
            broken = await running;
        }

        broken.End.ShouldBe(JobEnd.PilotTookOver, first.ToString());
        var second = new Kept();
        using var resumed = new JobFlight(vehicle, plan, Options(plan, clock), second, RefillAsync, clock, new FlightLog(plan.Job.Id, [.. first.Points], [.. first.Events], false));
        var result = await resumed.RunAsync(cancel: cancel);
        result.End.ShouldBe(JobEnd.Done, second.ToString());
        var applied = AsAppliedMap.Of(plan, new FlightLog(plan.Job.Id, [.. first.Points, .. second.Points], [], true));
        output.WriteLine($"SITL: missed {applied.Missed.Area:0.0} m2 of {plan.Fields.Sum(f => f.Sprayable.Area):0} m2, doubled {applied.Doubled.Area:0.0} m2, {applied.Litres:0.00} L of {plan.Sorties.Sum(s => s.Litres):0.00} L planned");
        applied.Missed.Area.ShouldBeLessThan(0.03 * plan.Fields.Sum(f => f.Sprayable.Area));
        applied.Litres.ShouldBe(plan.Sorties.Sum(s => s.Litres), 0.05 * plan.Sorties.Sum(s => s.Litres));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_sortie_takes_the_time_it_was_planned_for_within_5_percent(bool real)
    {
        // Slow enough for the firmware to keep up beside other tests: a vehicle behind its clock would seem slow.
        const double speedUp = 3;
        var plan = SmallJob.Plan(2, tankL: 5);
        await using var sitl = real ? Sitl.Start(plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), speedUp) : null;
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), real ? speedUp : 20);
        await using var station = new GroundStation(clock);
        var port = SimulatedVehicle.FreeUdpPort();
        var link = station.Open(sitl is null ? new LinkUrl(LinkKind.UdpListen, "", port) : new LinkUrl(LinkKind.Tcp, "127.0.0.1", sitl.Port));
        await using var host = sitl is null ? SimulatedVehicle.Start(plan, port, clock) : null;
        if (host is not null) clock.StandWhile(new WireBacklog(host, link).IsLong);
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(5), cancel: TestContext.Current.CancellationToken)).ShouldNotBeNull();
        Task RefillAsync(Sortie sortie, CancellationToken stop) => host is null ? SwapAsync(vehicle, stop) : Task.Run(() => host.With(s => s.Refill(sortie.Litres * 1.05)), stop);
        // By the vehicle's own clock: a firmware that falls behind ours on a busy machine is not slow.
        var kept = new Kept { UptimeMs = () => vehicle.State.UptimeMs };
        using var job = new JobFlight(vehicle, plan, Options(plan, clock), kept, RefillAsync, clock);
        (await job.RunAsync(cancel: TestContext.Current.CancellationToken)).End.ShouldBe(JobEnd.Done, kept.ToString());
        var flown = plan.Sorties.Select(s => (Sortie: s, Flown: LandedAfter(TookOff(s)) - kept.UptimeAt(TookOff(s)))).ToList();
        foreach (var (sortie, took) in flown) output.WriteLine($"sortie {sortie.Number}: planned {sortie.Duration.TotalSeconds:0.0} s, flown {took.TotalSeconds:0.0} s ({100 * ((took / sortie.Duration) - 1):+0.0;-0.0} %)");
        foreach (var (sortie, took) in flown) took.TotalSeconds.ShouldBe(sortie.Duration.TotalSeconds, 0.05 * sortie.Duration.TotalSeconds);

        FlightEvent TookOff(Sortie sortie) => kept.Events.First(e => e.SortieNumber == sortie.Number && e.Kind == FlightEventKind.TookOff);

        // The motors' stop follows the landing within half a second, and the job's end follows that; sometimes they are heard first.
        TimeSpan LandedAfter(FlightEvent tookOff) =>
            kept.UptimeAt(kept.Events.First(e => e.At > tookOff.At && e.Kind is (FlightEventKind.Landed or FlightEventKind.Disarmed or FlightEventKind.JobDone)));
    }

    /// <summary>A fresh battery, told to the firmware as people's chargers do.</summary>
    private static async Task SwapAsync(Vehicle vehicle, CancellationToken stop) =>
        (await vehicle.RunAsync(new CommandExchange(new Command(MavCmd.BatteryReset, 1, 100)), stop)).ShouldBe(CommandOutcome.Accepted);

    private static JobFlightOptions Options(Plan plan, TimeProvider clock)
    {
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        return JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Job, pump, sortie)) with { Weather = () => Inputs.Calm(clock) };
    }

    private sealed class Kept : IFlightSink
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<FlightEvent, TimeSpan> uptimes = new(ReferenceEqualityComparer.Instance);

        /// <summary>Milliseconds since the vehicle's start, as last heard.</summary>
        public Func<double> UptimeMs { get; init; } = () => 0;

        public System.Collections.Concurrent.ConcurrentQueue<TrackPoint> Points { get; } = new();

        public System.Collections.Concurrent.ConcurrentQueue<FlightEvent> Events { get; } = new();

        public void Track(TrackPoint point) => Points.Enqueue(point);

        public void Event(FlightEvent happened)
        {
            uptimes[happened] = TimeSpan.FromMilliseconds(UptimeMs());
            Events.Enqueue(happened);
        }

        /// <summary>What the vehicle's own clock showed when something happened.</summary>
        public TimeSpan UptimeAt(FlightEvent happened) => uptimes[happened];

        public override string ToString() => string.Join('\n', Events.Select(e => $"{e.At:mm:ss.f} {e.Kind} {Phrasebook.Core.Say(e.Text, Language.English)}"));
    }
}
