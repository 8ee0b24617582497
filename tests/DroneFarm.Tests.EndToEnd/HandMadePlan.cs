using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Four swaths of 60 m over a paddy of 60 x 20 m, written by hand: flights are tested without trusting the planner.</summary>
internal static class HandMadePlan
{
    private const double SwathM = 60;
    private const double WidthM = 5;
    private const double HeightM = 3;

    public static Plan Build()
    {
        var frame = new LocalFrame(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.80));
        var refill = new RefillPoint("R1", "road", new LocalPoint(-10, -10));
        var field = new Field("1", "one", Rectangle(0, 0, SwathM, 4 * WidthM));
        var farm = new Farm("by hand", frame, [field], [], [], [refill], MadeUp: true);
        var sprayer = new Sprayer("sprayer", 30, WidthM, 1, 7.2, 36.6, 1502, 0.25, 20.6, 7, 2.5, 2.5, 1.5, 60, 650, []);
        var product = new Product("p", "a", "r", 1, "L", "");
        var job = new Job("by-hand", "by hand", product, 22.5, HeightM, 5, 8, 7, 0, "rice", "grass", "tester", new WeatherLimits(3.3, 12, 30, 40));

        var swaths = Enumerable.Range(0, 4).Select(i => Line(field.Id, i)).ToList();
        var legs = new List<Leg> { new TransitLeg([refill.Place, swaths[0].Start], TransitReason.ToWork) };
        foreach (var (swath, next) in swaths.Zip(swaths.Skip(1).Append(null)))
        {
            legs.Add(new SprayLeg(swath!));
            legs.Add(next is null
                ? new TransitLeg([swath!.End, refill.Place], TransitReason.ToRefill)
                : new TransitLeg([swath!.End, next.Start], TransitReason.NextSwath));
        }

        var litres = swaths.Sum(s => s.LengthM) * WidthM / 10_000 * job.RateLPerHa;
        var sortie = new Sortie(1, refill, refill, legs, litres, TimeSpan.FromMinutes(2), 100);
        var mission = new Mission(1, [.. Items(frame, refill, swaths, job)], [.. Fence(frame)], [new MissionItem(MissionCommand.RallyPoint, Place: frame.ToGeo(refill.Place), HeightM: 8)]);
        var whole = Rectangle(0, 0, SwathM, 4 * WidthM);
        var fieldPlan = new FieldPlan(field, whole, Polygon.Empty, whole, [new Cell(1, whole, Heading.FromDegrees(90))], swaths, []);
        return new Plan(farm, sprayer, job, [fieldPlan], new Route(legs), [sortie], [mission], []);
    }

    private static Swath Line(string field, int i)
    {
        var northM = (WidthM / 2) + (i * WidthM);
        var (west, east) = (new LocalPoint(0, northM), new LocalPoint(SwathM, northM));
        return i % 2 == 0 ? new Swath(i + 1, field, west, east, WidthM, SwathKind.Mainland) : new Swath(i + 1, field, east, west, WidthM, SwathKind.Mainland);
    }

    private static IEnumerable<MissionItem> Items(LocalFrame frame, RefillPoint refill, IReadOnlyList<Swath> swaths, Job job)
    {
        var home = frame.ToGeo(refill.Place);
        yield return new MissionItem(MissionCommand.Takeoff, Place: home, HeightM: job.TransitHeightM);
        yield return MissionItem.Sprayer(on: false);
        yield return MissionItem.Speed(job.SpeedMps);
        foreach (var swath in swaths)
        {
            yield return MissionItem.Waypoint(frame.ToGeo(swath.Start), job.HeightM);
            yield return MissionItem.Sprayer(on: true);
            yield return MissionItem.Waypoint(frame.ToGeo(swath.End), job.HeightM);
            yield return MissionItem.Sprayer(on: false);
        }

        yield return new MissionItem(MissionCommand.LandStart, Place: home);
        yield return MissionItem.Sprayer(on: false);
        yield return new MissionItem(MissionCommand.ReturnToLaunch);
    }

    private static IEnumerable<MissionItem> Fence(LocalFrame frame) =>
        Rectangle(-40, -40, SwathM + 40, (4 * WidthM) + 40).ExteriorRing.Coordinates.Take(4)
            .Select(c => new MissionItem(MissionCommand.FenceInclusionVertex, Param1: 4, Place: frame.ToGeo(LocalPoint.From(c))));

    private static Polygon Rectangle(double west, double south, double east, double north) => new(new LinearRing(
        [new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]));
}
