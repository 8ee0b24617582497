using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Paddies of 80 x 25 m side by side, planned by the planner for the sample sprayer's numbers, each flown in a minute or two.</summary>
internal static class SmallJob
{
    public static readonly LocalFrame Frame = new(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.80));

    public static Plan Plan(int paddies = 1, Fleet? fleet = null, double tankL = 30, int columns = 1, double refillS = 0, double batteryWh = 1502, double speedMps = 5, AltitudeDatum? over = null, double? tenderMps = null, double transitM = 8)
    {
        var refill = tenderMps is { } driveMps ? new RefillPoint("T1", "tender", new LocalPoint(0, -12), [new LocalPoint(0, -12), new LocalPoint(84 * columns, -12)], driveMps) : new RefillPoint("R1", "road", new LocalPoint(columns > 1 ? 42 * columns : -12, -12));
        var fields = Enumerable.Range(0, paddies).Select(i => new Field($"{i + 1}", $"paddy {i + 1}", Rectangle(i % columns * 84, i / columns * 29, 80, 25))).ToList();
        var farm = new Farm("small", Frame, fields, [], [], [refill], MadeUp: true);
        var sprayer = new Sprayer(
            "sprayer", tankL, 5, 1, 7.2, 36.6, batteryWh, 0.25, 20.6, 7, 2.5, 2.5, 1.5, 60, 650, [], new Switching([new(0, 0.9, 1.3), new(2.8, 0.4, 0.95), new(4.6, 0.35, 0.85), new(9, 0.85, 1.3), new(15, 1.1, 1.6)], 0, "as the sample's", 0.5), RefillS: refillS);
        var job = new Job(
            "small", "small", new Product("p", "a", "r", 1, "L", ""), 22.5, 3, speedMps, transitM, 7, 0, "rice", "grass", "tester", new WeatherLimits(3.3, 12, 30, 40), HeightDatum: over);
        return Planner.Plan(farm, sprayer, job, new PlanOptions(EdgePass: EdgePassChoice.Never, Fleet: fleet));
    }

    private static Polygon Rectangle(double west, double south, double widthM, double heightM) => new(new LinearRing(
        [new(west, south), new(west + widthM, south), new(west + widthM, south + heightM), new(west, south + heightM), new(west, south)]));
}
