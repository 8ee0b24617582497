using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>
/// Flights that are broken off at random moments and taken up again from the journal: by the pilot's RTL, by the power going in the air (then another
/// vehicle goes on), and by the ground station being killed. What left the nozzles where is the simulator's truth.
/// </summary>
public sealed class Interruptions(ITestOutputHelper output)
{
    private const double Speed = 60;
    private const double BesideM = 1.25;

    private enum Kind
    {
        PilotsRtl,
        PowerCut,
        GroundKilled,
    }

    /// <summary>Ten, or with INTERRUPTIONS=50 in the environment as many as that says, by tens.</summary>
    public static TheoryData<int> FirstSeeds =>
        [.. Enumerable.Range(0, int.TryParse(Environment.GetEnvironmentVariable("INTERRUPTIONS"), out var all) ? Math.Max(1, all / 10) : 1).Select(ten => 10 * ten)];

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public async Task After_ten_random_interruptions_spraying_goes_on_where_it_stopped(int firstSeed)
    {
        var plan = SmallJob.Plan();
        var seams = new List<(int Seed, Kind Kind, double GapM, double OffM)>();
        for (var seed = firstSeed; seed < firstSeed + 10; seed++)
        {
            var (kind, found) = await FlyAsync(plan, seed);
            output.WriteLine($"{seed} {kind}: {(found.Count == 0 ? "between swaths" : string.Join(", ", found.Select(f => $"gap {f.GapM:0.00} m, breakpoint off by {f.OffM:0.00} m")))}");
            foreach (var (gapM, offM) in found) seams.Add((seed, kind, gapM, offM));
        }

        seams.Count.ShouldBeGreaterThan(3, "too few interruptions hit a swath");
        seams.ShouldAllBe(s => s.GapM <= 0.5, "gap");
        seams.ShouldAllBe(s => s.GapM >= -2, "overlap");
        seams.ShouldAllBe(s => Math.Abs(s.OffM) <= 0.5, "breakpoint");
    }

    private static async Task<(Kind Kind, List<(double GapM, double OffM)> Seams)> FlyAsync(Plan plan, int seed)
    {
        var random = new Random(seed);
        var kind = (Kind)(seed % 3);
        var at = TimeSpan.FromSeconds(12 + (random.NextDouble() * (plan.Sorties[0].Duration.TotalSeconds - 40)));
        var away = TimeSpan.FromSeconds(random.NextDouble() < 0.5 ? 1 + (3 * random.NextDouble()) : 20 + (60 * random.NextDouble()));
        var folder = Inputs.NewFolder();
        var path = Path.Combine(folder, "journal.jsonl");
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), Speed);
        var port = SimulatedVehicle.FreeUdpPort();
        var host = Start(plan, port, clock);
        await using var another = new Later();
        IReadOnlyList<SprayedPoint> fallen = [];
        try
        {
            using (var journal = JournalWriter.Create(path, new JournalHeader(plan.Job.Id, PlanFile.Fingerprint(plan), "v", true, clock.GetUtcNow()), clock))
            {
                await FirstAsync(plan, kind, at, port, host, new Sink(journal), clock);
            }

            if (kind == Kind.GroundKilled) await Task.Delay(away, clock, TestContext.Current.CancellationToken);
            if (kind == Kind.PowerCut)
            {
                fallen = host.With(s => s.Sprayed.ToList());
                await host.DisposeAsync();
                another.Host = host = Start(plan, port = SimulatedVehicle.FreeUdpPort(), clock);
            }

            var read = JournalReader.Read(path);
            FlightLog whole;
            using (var journal = JournalWriter.Resume(path, read, clock)) whole = await SecondAsync(plan, read.Log!, port, host, journal, clock, seed);
            var all = host.With(s => s.Sprayed.ToList());
            var (before, after) = kind == Kind.PowerCut ? (fallen, all) : Parted(all);
            return (kind, Seams(plan, before, after, whole));
        }
        finally
        {
            await host.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SimulatedSprayerHost Start(Plan plan, int port, PacedClock clock) => new(
        new SimulatedSprayer(new SprayerOptions { Home = plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), Body = SimulatedVehicle.BodyOf(plan.Sprayer), Scripts = [OnBoardScripts.Guard] }),
        $"udp:127.0.0.1:{port}", clock);

    private static async Task FirstAsync(Plan plan, Kind kind, TimeSpan at, int port, SimulatedSprayerHost host, Sink sink, PacedClock clock)
    {
        var cancel = TestContext.Current.CancellationToken;
        var station = new GroundStation(clock);
        clock.StandWhile(new WireBacklog(host, station.Open(new LinkUrl(LinkKind.UdpListen, "", port))).IsLong);
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(2), cancel: cancel)).ShouldNotBeNull();
        using var job = new JobFlight(vehicle, plan, Options(plan, clock), sink, (s, _) => Refilled(host, s), clock);
        var running = job.RunAsync(cancel: cancel);
        while (!host.With(s => s.Truth.Armed)) await Task.Delay(TimeSpan.FromSeconds(0.2), clock, cancel);
        await Task.Delay(at, clock, cancel);
        if (kind == Kind.PilotsRtl) host.With(s => s.PilotTakes(FlightMode.Rtl)).ShouldBeTrue();
        else if (kind == Kind.PowerCut) host.With(s => s.Reboot());
        else
        {
            sink.Kill();
            await station.DisposeAsync();
        }

        await running;
        if (kind != Kind.GroundKilled) await station.DisposeAsync();
    }

    private static async Task<FlightLog> SecondAsync(Plan plan, FlightLog flown, int port, SimulatedSprayerHost host, JournalWriter journal, PacedClock clock, int seed)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var station = new GroundStation(clock);
        clock.StandWhile(new WireBacklog(host, station.Open(new LinkUrl(LinkKind.UdpListen, "", port))).IsLong);
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(2), cancel: cancel)).ShouldNotBeNull();
        var sink = new Sink(journal);
        using var job = new JobFlight(vehicle, plan, Options(plan, clock), sink, (s, _) => Refilled(host, s), clock, flown);
        var result = await job.RunAsync(cancel: cancel);
        result.End.ShouldBe(JobEnd.Done, $"seed {seed}: {Core.Text.Phrasebook.Core.Say(result.Reason, Core.Text.Language.English)}\n{sink}");
        return new FlightLog(plan.Job.Id, [.. flown.Track, .. sink.Points], [.. flown.Events], true);
    }

    private static JobFlightOptions Options(Plan plan, TimeProvider clock)
    {
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        return JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Job, pump, sortie)) with { Weather = () => Inputs.Calm(clock) };
    }

    private static Task Refilled(SimulatedSprayerHost host, Sortie sortie)
    {
        SimulatedVehicle.Refill(host, sortie.Litres * 1.05);
        return Task.CompletedTask;
    }

    /// <summary>For each swath that was sprayed in two goes: from the last place of the first to the first place of the second, and how far off the reckoned breakpoint was.</summary>
    private static List<(double GapM, double OffM)> Seams(Plan plan, IReadOnlyList<SprayedPoint> before, IReadOnlyList<SprayedPoint> after, FlightLog whole)
    {
        var seams = new List<(double, double)>();
        foreach (var swath in plan.Swaths)
        {
            var (one, two) = (Along(plan, swath, before), Along(plan, swath, after));
            if (one.Count == 0 || two.Count == 0 || one.Max() > swath.LengthM - 0.5) continue;
            var lastM = one.Max();
            var firstSorties = new FlightLog(whole.JobId, [.. whole.Track.Where(p => p.SortieNumber <= plan.Sorties.Count)], [], false);
            // None on this swath: what was sprayed of it nobody noticed, as if it had ended where it began.
            var reckonedM = Remainder.BreakpointOf(plan, firstSorties) is { } at && (at.FieldId, at.Swath) == (swath.FieldId, swath.Number) ? at.AlongM : one.Min();
            seams.Add((two.Min() - lastM, reckonedM - lastM));
        }

        return seams;
    }

    /// <summary>At the landing between two flights, the longest time without spray. A ground station that comes back in time takes up a flight that sprays on: then there is none.</summary>
    private static (IReadOnlyList<SprayedPoint> Before, IReadOnlyList<SprayedPoint> After) Parted(List<SprayedPoint> all)
    {
        var (at, longest) = (all.Count, TimeSpan.FromSeconds(20));
        for (var i = 1; i < all.Count; i++)
        {
            if (all[i].At - all[i - 1].At > longest) (at, longest) = (i, all[i].At - all[i - 1].At);
        }

        return (all[..at], all[at..]);
    }

    private static List<double> Along(Plan plan, Swath swath, IReadOnlyList<SprayedPoint> sprayed)
    {
        var along = (swath.End - swath.Start).Unit;
        return [.. sprayed.Select(p => plan.Farm.Frame.ToLocal(p.Place) - swath.Start).Where(p => Math.Abs(along.Cross(p)) < BesideM).Select(along.Dot).Where(m => m > -3 && m < swath.LengthM + 3)];
    }

    /// <summary>The journal of a program that may be killed: then nothing more comes through.</summary>
    private sealed class Sink(JournalWriter journal) : IFlightSink
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> story = new();
        private volatile bool killed;

        public System.Collections.Concurrent.ConcurrentQueue<TrackPoint> Points { get; } = new();

        public void Kill() => killed = true;

        public void Track(TrackPoint point)
        {
            if (killed) return;
            Points.Enqueue(point);
            journal.Append(point);
        }

        public void Event(FlightEvent happened)
        {
            if (killed) return;
            story.Enqueue($"{happened.At:mm:ss.f} {happened.Kind} {Core.Text.Phrasebook.Core.Say(happened.Text, Core.Text.Language.English)}");
            journal.Append(happened);
        }

        public override string ToString() => string.Join('\n', story);
    }

    private sealed class Later : IAsyncDisposable
    {
        public SimulatedSprayerHost? Host { get; set; }

        public async ValueTask DisposeAsync()
        {
            if (Host is not null) await Host.DisposeAsync();
        }
    }
}
