using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Prescriptions;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>A prescription from plan to nozzles: a field of 120 x 10 m whose east half gets twice the rate.</summary>
public sealed class PrescribedFlights
{
    private const double Speed = 40;

    [Fact]
    public async Task Each_half_gets_its_rate_from_a_vehicle_that_carries_the_script()
    {
        var plan = Plan();
        var (result, track) = await FlyAsync(plan, withScript: true);
        result.End.ShouldBe(JobEnd.Done);
        var planned = plan.Sorties.Sum(s => s.Litres);
        result.Flown.Litres.ShouldBe(planned, 0.05 * planned);
        // 22.5 and 45 L/ha x 5 m x 0.006, well away from borders and ends
        FlowPerMps(track, plan, 15, 50).ShouldBe(0.675, 0.02);
        FlowPerMps(track, plan, 70, 105).ShouldBe(1.35, 0.04);
    }

    [Fact]
    public async Task A_vehicle_without_the_script_is_not_given_the_mission()
    {
        var (result, _) = await FlyAsync(Plan(), withScript: false);
        result.End.ShouldBe(JobEnd.NotReady);
        result.Reason.Args.ShouldContain("DFR_FULL_LPM");
        result.Last.IsArmed.ShouldBeFalse();
    }

    private static double FlowPerMps(List<TrackPoint> track, Plan plan, double westM, double eastM) => track
        .Select(p => (Point: p, Place: plan.Farm.Frame.ToLocal(p.Place)))
        .Where(p => p.Point.FlowLPerMin > 0 && p.Place.EastM > westM && p.Place.EastM < eastM && p.Point.HeightM < 4)
        .Average(p => p.Point.FlowLPerMin!.Value / p.Point.SpeedMps);

    private static Plan Plan()
    {
        var frame = new LocalFrame(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.80));
        var farm = new Farm("by hand", frame, [new Field("1", "one", Area(0, 120), "rice")], [], [], [new RefillPoint("R1", "road", new LocalPoint(-10, -10))]);
        var (prescription, _) = PrescriptionIntake.Of("east twice", [("east", Area(60, 130), 45)], null, frame);
        var sprayer = new Sprayer("sprayer", 30, 5, 1, 7.2, 36.6, 1502, 0.25, 20.6, 7, 2.5, 2.5, 1.5, 60, 650, []);
        var job = new Job(
            "rates", "rates", new Product("p", "a", "r", 1, "L", ""), 22.5, 3, 5, 8, 7, 0, "rice", "grass", "tester", new WeatherLimits(3.3, 12, 30, 40), Prescription: prescription);
        return Planner.Plan(farm, sprayer, job, new PlanOptions(EdgePass: EdgePassChoice.Never));
    }

    private static Polygon Area(double westM, double eastM) =>
        GeometryFactory.Default.CreatePolygon([new(westM, 0), new(eastM, 0), new(eastM, 10), new(westM, 10), new(westM, 0)]);

    private static async Task<(JobResult Result, List<TrackPoint> Track)> FlyAsync(Plan plan, bool withScript)
    {
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), Speed);
        await using var station = new GroundStation(clock);
        var port = SimulatedVehicle.FreeUdpPort();
        station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
        var home = plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place);
        await using var host = withScript
            ? SimulatedVehicle.Start(plan, port, clock)
            : new SimulatedSprayerHost(new SimulatedSprayer(new SprayerOptions { Home = home, Body = SimulatedVehicle.BodyOf(plan.Sprayer), Scripts = [OnBoardScripts.Guard] }), $"udp:127.0.0.1:{port}", clock);
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(2), cancel: TestContext.Current.CancellationToken)).ShouldNotBeNull();
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        var kept = new Kept();
        Task Refill(Sortie sortie, CancellationToken stop)
        {
            SimulatedVehicle.Refill(host, sortie.Litres * 1.05);
            return Task.CompletedTask;
        }

        using var job = new JobFlight(vehicle, plan, JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Job, pump, sortie)) with { Weather = () => Inputs.Calm(clock) }, kept, Refill, clock);
        return (await job.RunAsync(cancel: TestContext.Current.CancellationToken), kept.Points);
    }

    private sealed class Kept : IFlightSink
    {
        public List<TrackPoint> Points { get; } = [];

        public void Track(TrackPoint point) => Points.Add(point);

        public void Event(FlightEvent happened)
        {
        }
    }
}
