using DroneFarm.Core.Checking;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>A farm, an aircraft and a job with round numbers, for plans that a person can follow.</summary>
internal static class Lab
{
    public static readonly Sprayer Sprayer = new(
        "test", TankL: 30, SwathWidthM: 5, PumpMinFlowLPerMin: 1, PumpMaxFlowLPerMin: 7.2, EmptyMassKg: 36, BatteryWh: 1600, ReserveFraction: 0.25,
        HoverWattsPerKg15: 20, MaxSpeedMps: 7, AccelerationMps2: 2.5, ClimbMps: 2.5, DescentMps: 1.5, TurnRateDegPerS: 60, MissionItemLimit: 650, Sources: []);

    public static readonly Job Job = new(
        "test", "test", new Product("p", "a", "r", 1, "L", ""), RateLPerHa: 22.5, HeightM: 3, SpeedMps: 5, TransitHeightM: 15, TransitSpeedMps: 7,
        DriftMarginM: 0, "rice", "weeds", "pilot", new WeatherLimits(3.3, 12, 30, 40));

    /// <summary>As the sample sprayer's pump.</summary>
    public static readonly Switching Late = new([new(0, 0.9, 1.3), new(2.8, 0.4, 0.95), new(4.6, 0.35, 0.85), new(9, 0.85, 1.3), new(15, 1.1, 1.6)], 0, "as the sample's", 0.5);

    private static readonly LocalFrame Frame = new(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8));

    /// <summary>The job in a wind that carries its spray 10 m.</summary>
    public static Job Windy(double fromDeg, double sectorDeg = 1, double edgeShare = 0, double distanceM = 10) => Job with
    {
        Product = Job.Product with { DriftProfile = new DriftProfile([new(3, distanceM)], 2, 2, 1, sectorDeg, edgeShare, 4, "round numbers") },
        Wind = new PlannedWind(2, fromDeg, "test"),
    };

    public static Polygon Area(string wkt) => (Polygon)((Polygon)new WKTReader().Read(wkt)).Normalized().Reverse();

    public static Field Field(string wkt, string id = "1") => new(id, $"Paddy {id}", Area(wkt), "rice");

    public static Farm Farm(params Field[] fields) => new("test", Frame, fields, [], [], [new RefillPoint("r", "road", new LocalPoint(-20, -10))]);

    public static NoSprayZone Zone(string wkt, double bufferM, ZoneKind kind = ZoneKind.FishPond) => new("z", "pond", kind, Area(wkt), bufferM);

    public static Obstacle Pole(double eastM, double northM, double heightM = 9, double clearanceM = 2.5) =>
        new("pole", ObstacleKind.Pole, GeometryFactory.Default.CreatePoint(new Coordinate(eastM, northM)), heightM, clearanceM);

    public static Plan Plan(Farm farm, Sprayer? sprayer = null, Job? job = null, PlanOptions? options = null) =>
        Planner.Plan(farm, sprayer ?? Sprayer, job ?? Job, options ?? new PlanOptions());

    /// <summary>A needle of a random field may be too thin for any swath: then it must be refused with a finding, and there is nothing to check.</summary>
    public static void ShouldHoldIfAnythingIsFlown(this Plan plan)
    {
        if (plan.Missions.Count == 0) plan.Fields.ShouldAllBe(f => f.IsRefused);
        else plan.ShouldHold();
    }

    /// <summary>Passes the independent check without an error, and puts nothing outside.</summary>
    public static CheckReport ShouldHold(this Plan plan)
    {
        var report = PlanCheck.Of(plan);
        report.AllFindings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Say(Language.English)} {plan.Fields[0].Field.Boundary} {string.Join(' ', plan.Farm.Zones.Select(z => $"{z.Shape} {z.BufferM}"))} {string.Join(' ', plan.Farm.Obstacles.Select(o => o.Shape))}").ShouldBeEmpty();
        report.OffTargetM2.ShouldBe(0, 1e-6);
        return report;
    }

    public static IEnumerable<string> Codes(this Plan plan) => plan.AllFindings.Select(f => f.Code);
}
