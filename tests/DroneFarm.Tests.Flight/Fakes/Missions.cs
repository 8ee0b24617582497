using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>A plan small enough to fly in a test: each sortie sprays two swaths of 30 m.</summary>
internal static class Missions
{
    public static readonly GeoPoint Home = new(LatitudeDeg: 32.05, LongitudeDeg: 120.8);
    private static readonly LocalFrame Frame = new(Home);

    public static Sprayer Sprayer { get; } = new("test", 30, 5, 0.5, 4, 25, 1000, 0.3, 50, 10, 2, 3, 2, 60, 650, ["made up"]);

    public static Job Job { get; } = new(
        "job-1", "Test", new Product("Product", "Active", "PD0", 1, "L", "made up"), 22.5, 3, 5, 6, 7, 0, "rice", "weeds", "Operator", new WeatherLimits(3.3, 12, 30, 40));

    public static Plan Plan(int sorties)
    {
        var refill = new RefillPoint("r", "Road", default);
        var farm = new Farm("test", Frame, [], [], [], [refill], MadeUp: true);
        Sortie[] all = [.. Enumerable.Range(1, sorties).Select(n => new Sortie(n, refill, refill, Legs(), 1.5, TimeSpan.FromMinutes(2), 100))];
        return new Plan(farm, Sprayer, Job, [], Route.Empty, all, [.. Enumerable.Range(1, sorties).Select(Mission)], []);
    }

    public static Mission Mission(int number) => new(
        number,
        [
            new MissionItem(MissionCommand.Takeoff, HeightM: 6),
            MissionItem.Sprayer(on: false),
            MissionItem.Speed(5),
            MissionItem.Waypoint(At(10, 0), 3),
            MissionItem.Sprayer(on: true),
            MissionItem.Waypoint(At(10, 30), 3),
            MissionItem.Sprayer(on: false),
            MissionItem.Waypoint(At(15, 30), 3),
            MissionItem.Sprayer(on: true),
            MissionItem.Waypoint(At(15, 0), 3),
            MissionItem.Sprayer(on: false),
            new MissionItem(MissionCommand.LandStart, Place: Home, HeightM: 6),
            MissionItem.Sprayer(on: false),
            new MissionItem(MissionCommand.ReturnToLaunch),
        ],
        [.. new[] { At(-50, -50), At(80, -50), At(80, 80), At(-50, 80) }.Select(p => new MissionItem(MissionCommand.FenceInclusionVertex, 4, Place: p))],
        [new MissionItem(MissionCommand.RallyPoint, Place: Home, HeightM: 6)]);

    private static GeoPoint At(double eastM, double northM) => Frame.ToGeo(new LocalPoint(eastM, northM));

    private static IReadOnlyList<Leg> Legs() => [new TransitLeg([default, new LocalPoint(100, 0)], TransitReason.ToWork)];
}
