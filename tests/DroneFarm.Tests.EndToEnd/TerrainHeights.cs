using DroneFarm.Cli.Time;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Tests.Shared;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>A paddy of 80 x 25 m on a slope of 5 % to the east and 4 % to the north, sprayed at 3 m over heights that the ground station sends from a tile.</summary>
public sealed class TerrainHeights(ITestOutputHelper output)
{
    private const double HomeM = 5, HeightM = 3;

    [Fact]
    public async Task The_simulated_vehicle_with_an_empty_card_follows_the_heights_that_it_was_sent()
    {
        var plan = SmallJob.Plan(over: AltitudeDatum.Terrain, transitM: 15);
        using var ground = Ground(plan);
        var (result, track) = await FlyAsync(plan, ground.Terrain.HeightM);
        result.End.ShouldBe(JobEnd.Done, result.Reason.Key);
        // It flies straight between waypoints, and the heights it was sent are whole metres.
        Offsets(track, ground).ShouldAllBe(m => Math.Abs(m) < 1);
    }

    [Fact]
    public async Task A_vehicle_is_not_armed_whose_surroundings_reach_beyond_the_tiles_and_the_place_is_told()
    {
        var plan = SmallJob.Plan(over: AltitudeDatum.Terrain, transitM: 15);
        using var ground = Ground(plan);
        double? HeightM(GeoPoint place) => place.LatitudeDeg > 32.06 ? null : ground.Terrain.HeightM(place);
        var (result, _) = await FlyAsync(plan, HeightM);
        result.End.ShouldBe(JobEnd.NotReady);
        result.Reason.Key.ShouldBe("flight.check.terrain-gap");
        result.Last.IsArmed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_vehicle_is_not_armed_whose_way_home_would_pass_nearer_to_the_ground_than_its_swaths()
    {
        // The far corner lies 6 m over the take-off, and the way home 8 m.
        var plan = SmallJob.Plan(over: AltitudeDatum.Terrain, transitM: 8);
        using var ground = Ground(plan);
        var (result, _) = await FlyAsync(plan, ground.Terrain.HeightM);
        result.End.ShouldBe(JobEnd.NotReady);
        result.Reason.Key.ShouldBe("flight.check.terrain-high");
        result.Last.IsArmed.ShouldBeFalse();
    }

    /// <summary>With a rangefinder ArduCopter arms without its database, and it is the checklist that waits; without one, which somebody answers for, it is ArduCopter.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Real_ArduCopter_firmware_waits_for_the_heights_before_it_is_armed_and_follows_them(bool rangefinder)
    {
        const double speedUp = 6;
        var cancel = TestContext.Current.CancellationToken;
        var plan = SmallJob.Plan(over: AltitudeDatum.Terrain, transitM: 15);
        using var ground = Ground(plan);
        var besides = new Dictionary<string, double> { ["RNGFND1_TYPE"] = rangefinder ? 100 : 0, ["RNGFND1_MAX_CM"] = 4000, ["RNGFND1_MAX"] = 40 };
        await using var sitl = Sitl.Start(plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), speedUp, besides: besides);
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), speedUp);
        // It could be armed after some 45 s: the heights come later.
        var hidden = clock.GetUtcNow() + TimeSpan.FromSeconds(70);
        double? LaterM(GeoPoint place) => clock.GetUtcNow() < hidden ? null : ground.Terrain.HeightM(place);
        await using var station = new GroundStation(clock) { Options = VehicleOptions.ForFlying.WithGround(LaterM) };
        station.Open(new LinkUrl(LinkKind.Tcp, "127.0.0.1", sitl.Port));
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(5), cancel: cancel)).ShouldNotBeNull();
        var armed = new ArmedWhen();
        await using var watching = await vehicle.ObserveAsync(armed);
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        var options = JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Job, pump, sortie)) with
        {
            Weather = () => Inputs.Calm(clock),
            // Firmware that falls behind the clock on a busy machine takes longer to know its position.
            ReadyWithin = TimeSpan.FromMinutes(6),
            Overrides = rangefinder ? new HashSet<CheckCode>() : [CheckCode.Terrain],
        };
        var kept = new Kept();
        using var job = new JobFlight(vehicle, plan, options, kept, (_, _) => Task.CompletedTask, clock);
        var result = await job.RunAsync(cancel: cancel);
        result.End.ShouldBe(JobEnd.Done, kept.ToString());

        armed.MostPending.ShouldBeGreaterThan(100, "it began with nothing on its card");
        armed.PendingThen.ShouldBe(0, "it was armed with heights missing");
        var offsets = Offsets(kept.Points, ground);
        output.WriteLine($"rangefinder {rangefinder}: {vehicle.Heights}; sprayed at {HeightM + offsets.Min():0.00} to {HeightM + offsets.Max():0.00} m over the ground, mean {HeightM + offsets.Average():0.00} m");
        // Heights are sent as whole metres: half a metre where it flies, and half where it stood when it was armed; the rest is its own.
        offsets.ShouldAllBe(m => Math.Abs(m) < 1.3);
    }

    /// <summary>A simulated vehicle with a rangefinder and an empty card.</summary>
    private static Task<OneFlight> FlyAsync(Plan plan, Func<GeoPoint, double?> heightM) => OneFlight.FlyAsync(
        plan, o => o with { HomeAltitudeM = HomeM, Parameters = new Dictionary<string, double>(SprayerOptions.SprayingParameters) { ["RNGFND1_TYPE"] = 100 } }, heightM);

    private static SlopingGround Ground(Plan plan) => new(plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), HomeM, riseNorth: 4, riseEast: 4);

    /// <summary>How much higher than asked for each point with the pump on was flown.</summary>
    private static List<double> Offsets(IReadOnlyList<TrackPoint> track, SlopingGround ground)
    {
        var sprayed = track.Where(p => p.FlowLPerMin > 0).ToList();
        sprayed.Count.ShouldBeGreaterThan(300);
        (sprayed.Max(p => ground.RiseM(p.Place)) - sprayed.Min(p => ground.RiseM(p.Place))).ShouldBeGreaterThan(4);
        return [.. sprayed.Select(p => p.HeightM - ground.RiseM(p.Place) - HeightM)];
    }

    /// <summary>What the vehicle lacked, by its own word, in the moment in which it was armed.</summary>
    private sealed class ArmedWhen : IVehicleObserver
    {
        public int MostPending { get; private set; }

        public int? PendingThen { get; private set; }

        public void Saw(VehicleState before, VehicleState after, Packet? packet, DateTimeOffset now)
        {
            MostPending = Math.Max(MostPending, after.Ground?.Value.Pending ?? 0);
            if (after.IsArmed && !before.IsArmed) PendingThen = after.Ground?.Value.Pending;
        }
    }

    private sealed class Kept : IFlightSink
    {
        public List<TrackPoint> Points { get; } = [];

        public List<FlightEvent> Events { get; } = [];

        public void Track(TrackPoint point) => Points.Add(point);

        public void Event(FlightEvent happened) => Events.Add(happened);

        public override string ToString() => string.Join('\n', Events.Select(e => $"{e.At:mm:ss.f} {e.Kind} {Core.Text.Phrasebook.Core.Say(e.Text, Core.Text.Language.English)}"));
    }
}
