using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.FirmwareSim;
using DroneFarm.FirmwareSim.Faults;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Tests.Shared;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Ground control and the simulated sprayer over UDP on loopback, each knowing the other only by the wire.</summary>
public sealed class Flights
{
    private const double Speed = 40;

    [Theory]
    [InlineData(0.00)]
    [InlineData(0.05)]
    [InlineData(0.30)]
    public async Task A_job_is_flown_whole_on_a_radio_that_loses(double loss)
    {
        var flown = await FlyAsync(HandMadePlan.Build(), loss, cancelAfter: null);
        flown.Result.End.ShouldBe(JobEnd.Done, flown.Story);
        flown.Truth.Armed.ShouldBeFalse();
        flown.Truth.EmittedL.ShouldBe(2.7, 0.27);
        flown.Truth.SprayPermitted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_vehicle_whose_parameters_have_the_names_of_ArduCopter_47_is_set_up_and_flies_the_same()
    {
        var flown = await FlyAsync(HandMadePlan.Build(), loss: 0.05, cancelAfter: null, FirmwareRelease.Copter47);
        flown.Result.End.ShouldBe(JobEnd.Done, flown.Story);
        flown.Truth.EmittedL.ShouldBe(2.7, 0.27);
    }

    [Fact]
    public async Task What_the_ground_reckons_as_sprayed_is_what_left_the_nozzles()
    {
        var flown = await FlyAsync(HandMadePlan.Build(), loss: 0, cancelAfter: null);
        flown.Result.Flown.Litres.ShouldBe(flown.Truth.EmittedL, 0.02 * flown.Truth.EmittedL, flown.Story);
    }

    [Fact]
    public async Task Stopping_in_mid_swath_brings_it_home_with_the_sprayer_off()
    {
        var flown = await FlyAsync(HandMadePlan.Build(), loss: 0, cancelAfter: e => e.Kind == FlightEventKind.SwathStarted);
        flown.Result.End.ShouldBe(JobEnd.Cancelled, flown.Story);
        flown.Truth.Armed.ShouldBeFalse(flown.Story);
        flown.Truth.SprayPermitted.ShouldBeFalse(flown.Story);
        flown.Truth.EmittedL.ShouldBeLessThan(1.5);
    }

    [Fact]
    public async Task The_same_job_is_flown_by_real_ArduCopter_firmware()
    {
        const double speedUp = 10;
        var plan = HandMadePlan.Build();
        await using var sitl = Sitl.Start(plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), speedUp);
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), speedUp);
        await using var station = new GroundStation(clock);
        station.Open(new LinkUrl(LinkKind.Tcp, "127.0.0.1", sitl.Port));
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(5), cancel: TestContext.Current.CancellationToken)).ShouldNotBeNull();
        var story = new Story(_ => { });
        using var job = new JobFlight(vehicle, plan, Options(plan, clock), story, (_, _) => Task.CompletedTask, clock);
        var result = await job.RunAsync(cancel: TestContext.Current.CancellationToken);
        result.End.ShouldBe(JobEnd.Done, story.ToString());
        result.Flown.Litres.ShouldBe(2.7, 0.27, story.ToString());
    }

    private static JobFlightOptions Options(Plan plan, TimeProvider clock)
    {
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        return JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Job, pump, sortie)) with { Weather = () => Inputs.Calm(clock) };
    }

    private static async Task<(JobResult Result, Truth Truth, string Story)> FlyAsync(Plan plan, double loss, Func<FlightEvent, bool>? cancelAfter, FirmwareRelease release = FirmwareRelease.Copter46)
    {
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), Speed);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var station = new GroundStation(clock);
        var port = SimulatedVehicle.FreeUdpPort();
        var opened = station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
        var home = plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place);
        var radio = new LossyWireOptions { Loss = loss };
        await using var host = new SimulatedSprayerHost(
            new SimulatedSprayer(new SprayerOptions { Home = home, Release = release, Body = SimulatedVehicle.BodyOf(plan.Sprayer), Scripts = [OnBoardScripts.Guard] }),
            $"udp:127.0.0.1:{port}", clock, new LossyWire(radio, seed: 1), new LossyWire(radio, seed: 2));
        // A machine that is busy elsewhere is no bad radio.
        clock.StandWhile(new WireBacklog(host, opened).IsLong);

        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(2), cancel: cancel.Token)).ShouldNotBeNull();
        var story = new Story(e =>
        {
            if (cancelAfter?.Invoke(e) == true) cancel.Cancel();
        });
        Task Refill(Sortie sortie, CancellationToken stop)
        {
            SimulatedVehicle.Refill(host, sortie.Litres * 1.05);
            return Task.CompletedTask;
        }

        using var job = new JobFlight(vehicle, plan, Options(plan, clock), story, Refill, clock);
        var result = await job.RunAsync(cancel: cancel.Token);
        return (result, host.With(s => s.Truth), story.ToString());
    }

    /// <summary>Keeps what happened, to say it when a test fails.</summary>
    private sealed class Story(Action<FlightEvent> happened) : IFlightSink
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<FlightEvent> events = new();

        public void Track(TrackPoint point)
        {
        }

        public void Event(FlightEvent e)
        {
            events.Enqueue(e);
            happened(e);
        }

        public override string ToString() => string.Join('\n', events.Select(e =>
            $"{e.At:mm:ss.f} {e.Kind} {Core.Text.Phrasebook.Core.Say(e.Text, Core.Text.Language.English)}"));
    }
}
