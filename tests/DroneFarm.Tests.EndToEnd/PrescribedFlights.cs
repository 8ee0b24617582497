using DroneFarm.Core.Fields;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Prescriptions;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Operations;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>A prescription from plan to nozzles: a field of 120 x 10 m whose east half gets twice the rate.</summary>
public sealed class PrescribedFlights
{
    [Fact]
    public async Task Each_half_gets_its_rate_from_a_vehicle_that_carries_the_script()
    {
        var plan = Plan();
        var (result, track) = await OneFlight.FlyAsync(plan, o => o with { Scripts = [OnBoardScripts.Guard, OnBoardScripts.Rate] });
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
        var (result, _) = await OneFlight.FlyAsync(Plan(), o => o);
        result.End.ShouldBe(JobEnd.NotReady);
        result.Reason.Args.ShouldContain("DFR_FULL_LPM");
        result.Last.IsArmed.ShouldBeFalse();
    }

    private static double FlowPerMps(IReadOnlyList<TrackPoint> track, Plan plan, double westM, double eastM) => track
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
}
