using System.Diagnostics;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Benchmarks.Planning;

/// <summary>
/// <c>dotnet run -c Release --project tests/DroneFarm.Benchmarks -- vertices</c>: one field of 20 ha with a wavy boundary of more and more points, from headland to ordered swaths.
/// </summary>
internal static class VertexScore
{
    private const int Rounds = 7;

    public static void Run()
    {
        Console.WriteLine($"{"points",8} {"ms, median",12} {"swaths",8}");
        for (var points = 625; points <= 40_000; points *= 2)
        {
            var farm = new Farm("wavy", new LocalFrame(new GeoPoint(LatitudeDeg: 32, LongitudeDeg: 120)), [Wavy(points)], [], [], []);
            var times = new List<double>();
            var swaths = 0;
            var coverage = new CoverageAlone(Planner.Plan(farm with { Fields = [Wavy(50)] }, PlannerScore.Sprayer, PlannerScore.Job, new PlanOptions()));
            for (var round = 0; round < Rounds; round++)
            {
                var from = Stopwatch.GetTimestamp();
                swaths = coverage.Of(farm.Fields[0]).Count;
                times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine($"{points,8} {times[Rounds / 2],12:F1} {swaths,8}");
        }
    }

    /// <summary>A circle of 250 m with waves of 3 m, twelve points to a wave at least.</summary>
    private static Field Wavy(int points)
    {
        var ring = Enumerable.Range(0, points).Select(i => 2 * Math.PI * i / points)
            .Select(a => (a, RadiusM: 250 + (3 * Math.Sin(40 * a)))).Select(p => new Coordinate(p.RadiusM * Math.Cos(p.a), p.RadiusM * Math.Sin(p.a))).ToList();
        return new Field("wavy", "wavy", GeometryFactory.Default.CreatePolygon([.. ring, ring[0].Copy()]), "rice");
    }
}
