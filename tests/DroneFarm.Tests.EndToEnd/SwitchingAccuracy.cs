using System.Collections.Concurrent;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Storage.Formats;
using DroneFarm.Tests.Shared;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Where spray begins and ends over whole jobs: by the simulator's truth, and on real firmware by its ten reports a second.</summary>
public sealed class SwitchingAccuracy(ITestOutputHelper output)
{
    private const double Speed = 60;

    /// <summary>What <c>dronefarm demo</c> flies.</summary>
    private const string Demo = "job-full-cover.json";

    /// <summary>Nozzles may pass a field's edge by as much as an order may be early.</summary>
    private const double MarginM = SwitchedSpray.NearM;

    [Fact]
    public async Task Over_the_sample_farms_two_jobs_spray_begins_and_ends_within_a_metre_of_each_swaths_ends_and_the_demos_covers_the_mainland()
    {
        var (usual, demo) = (SamplePlan("job.json"), SamplePlan(Demo));
        var (usualRows, _) = await FlyAsync(usual);
        var (demoRows, applied) = await FlyAsync(demo);
        Holds([usualRows, demoRows]);
        var mainland = OverlayNGRobust.Union(demo.Fields.Select(f => f.Mainland).ToList());
        var (missedM2, doubledM2) = (Shared(applied.Missed, mainland), Shared(applied.Doubled, mainland));
        output.WriteLine($"mainland {mainland.Area:0} m2: covered {100 * (1 - (missedM2 / mainland.Area)):0.00} %, doubled {100 * doubledM2 / mainland.Area:0.00} %; off target {applied.OffTarget.Area:0} m2");
        missedM2.ShouldBeLessThanOrEqualTo(0.01 * mainland.Area);
        doubledM2.ShouldBeLessThanOrEqualTo(0.05 * mainland.Area);
    }

    [Fact]
    public async Task Over_other_paddies_at_6_m_a_second_too() => Holds([(await FlyAsync(SmallJob.Plan(4, tankL: 8, speedMps: 6))).Switched]);

    [Fact]
    public async Task On_real_firmware_too()
    {
        const double speedUp = 8;
        var plan = SmallJob.Plan(2);
        await using var sitl = Sitl.Start(plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), speedUp);
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), speedUp);
        await using var station = new GroundStation(clock);
        station.Open(new LinkUrl(LinkKind.Tcp, "127.0.0.1", sitl.Port));
        var kept = await FlyAsync(plan, station, clock, (_, _) => Task.CompletedTask);
        var wet = kept.Points.Where(p => p.FlowLPerMin > 0.2).OrderBy(p => p.At).ToList();
        var switched = SwitchedSpray.Of(plan, wet.Select(p => ((p.At - wet[0].At).TotalSeconds, plan.Farm.Frame.ToLocal(p.Place))), breakS: 1);
        output.WriteLine($"SITL: {switched}");
        // A report every half metre: the first wet one comes that much late at most, the last that much early.
        Holds([switched]);
    }

    private async Task<(SwitchedSpray Switched, AsApplied Applied)> FlyAsync(Plan plan)
    {
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), Speed);
        await using var station = new GroundStation(clock);
        var port = SimulatedVehicle.FreeUdpPort();
        var opened = station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
        await using var host = new SimulatedSprayerHost(
            new SimulatedSprayer(new SprayerOptions { Home = plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), Body = SimulatedVehicle.BodyOf(plan.Sprayer), Scripts = [OnBoardScripts.Guard] }), $"udp:127.0.0.1:{port}", clock);
        clock.StandWhile(new WireBacklog(host, opened).IsLong);
        var kept = await FlyAsync(plan, station, clock, (sortie, _) =>
        {
            SimulatedVehicle.Refill(host, sortie.Litres * 1.05);
            return Task.CompletedTask;
        });
        var sprayed = host.With(s => s.Sprayed.ToList());
        var switched = SwitchedSpray.Of(plan, sprayed.Select(p => (p.At.TotalSeconds, plan.Farm.Frame.ToLocal(p.Place))), breakS: 0.1);
        var every = sprayed.Where((_, i) => i % 4 == 0).ToList();
        output.WriteLine($"{plan.Job.SpeedMps} m/s: {switched}");
        output.WriteLine($"of {1000 * every.Sum(p => p.Litres):0} ml outside the fields {SwitchedSpray.OutsideMl(plan, every, 0):0.0} ml, by more than 0.5 m {SwitchedSpray.OutsideMl(plan, every, 0.5):0.0} ml");
        SwitchedSpray.OutsideMl(plan, every, MarginM).ShouldBe(0);
        return (switched, AsAppliedMap.Of(plan, new FlightLog(plan.Job.Id, [.. kept.Points], [.. kept.Events], true)));
    }

    private static void Holds(IReadOnlyList<SwitchedSpray> flights)
    {
        flights.ShouldAllBe(f => f.StrayS == 0);
        var rows = flights.SelectMany(f => f.Rows).ToList();
        SwitchedSpray.Percentile(rows.Select(r => Math.Abs(r.OnM)), 0.95).ShouldBeLessThanOrEqualTo(1);
        SwitchedSpray.Percentile(rows.Select(r => Math.Abs(r.OffM)), 0.95).ShouldBeLessThanOrEqualTo(1);
    }

    private static async Task<Kept> FlyAsync(Plan plan, GroundStation station, PacedClock clock, Refill refill)
    {
        var cancel = TestContext.Current.CancellationToken;
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(5), cancel: cancel)).ShouldNotBeNull();
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        var options = JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Job, pump, sortie)) with { Weather = () => Inputs.Calm(clock) };
        var kept = new Kept();
        using var job = new JobFlight(vehicle, plan, options, kept, refill, clock);
        var result = await job.RunAsync(cancel: cancel);
        result.End.ShouldBe(JobEnd.Done, kept.ToString());
        return kept;
    }

    private static Plan SamplePlan(string job)
    {
        string Sample(string name) => Path.Combine(Path.GetDirectoryName(Inputs.SampleFarm)!, name);
        return Planner.Plan(
            FarmFile.Read(Sample("farm.geojson")).Farm!, SprayerFile.Read(Sample("sprayer.json")).Sprayer!, JobFile.Read(Sample(job)).Job!, new PlanOptions());
    }

    private static double Shared(NetTopologySuite.Geometries.Geometry one, NetTopologySuite.Geometries.Geometry other) =>
        one.IsEmpty || other.IsEmpty ? 0 : OverlayNGRobust.Overlay(one, other, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection).Area;

    private sealed class Kept : IFlightSink
    {
        public ConcurrentQueue<TrackPoint> Points { get; } = new();

        public ConcurrentQueue<FlightEvent> Events { get; } = new();

        public void Track(TrackPoint point) => Points.Enqueue(point);

        public void Event(FlightEvent happened) => Events.Enqueue(happened);

        public override string ToString() => string.Join('\n', Events.Select(e => $"{e.At:mm:ss.f} {e.Kind} {Phrasebook.Core.Say(e.Text, Language.English)}"));
    }
}
