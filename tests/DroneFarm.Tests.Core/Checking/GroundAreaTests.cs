using CsCheck;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>Questions to a boundary of thousands of points, answered from the edges near by, against the geometry library's answers.</summary>
public sealed class GroundAreaTests
{
    /// <summary>A star of 2,000 points with a hole of 300: every strip across it meets many edges.</summary>
    private static readonly Polygon Star = GeometryFactory.Default.CreatePolygon(Ring(2000, 100, 20, 37), [Ring(300, 30, 6, 11)]);

    private static readonly GroundArea Ground = new(Star);

    private static readonly Gen<LocalPoint> Anywhere = Gen.Select(Gen.Double[-130, 130], Gen.Double[-130, 130]).Select((e, n) => new LocalPoint(e, n));

    [Fact]
    public void The_area_shared_with_a_strip_is_exact() => Gen.Select(Anywhere, Anywhere, Gen.Double[0.5, 40]).Sample((from, to, widthM) =>
    {
        if (from.DistanceM(to) < 1) return;
        var strip = new Strip(from, to, widthM);
        Ground.SharedM2(strip.Corners).ShouldBe(strip.ToPolygon(GeometryFactory.Default).Intersection(Star).Area, 1e-6);
    }, iter: 500);

    [Fact]
    public void A_strip_along_an_edge_to_the_last_digit_shares_its_whole_area()
    {
        var square = new GroundArea(HandPlan.Rectangle(0, 0, 100, 20));
        square.SharedM2(new Strip(new LocalPoint(0, 2.5), new LocalPoint(100, 2.5), 5).Corners).ShouldBe(500, 1e-9);
        square.SharedM2(new Strip(new LocalPoint(0, -2.5), new LocalPoint(100, -2.5), 5).Corners).ShouldBe(0, 1e-9);
    }

    [Fact]
    public void A_point_lies_inside_where_the_library_says_so() => Anywhere.Sample(point =>
    {
        // On the very edge either answer is right.
        if (Ground.IsNearEdge(point, 1e-9)) return;
        Ground.Contains(point).ShouldBe(Star.Contains(GeometryFactory.Default.CreatePoint(point.ToCoordinate())));
    }, iter: 1000);

    [Fact]
    public void A_strip_is_kept_where_the_library_covers_it() => Gen.Select(Anywhere, Anywhere, Gen.Double[0.5, 10]).Sample((from, to, widthM) =>
    {
        if (from.DistanceM(to) < 1) return;
        var strip = new Strip(from, to, widthM);
        // Where the very edge of the strip touches the boundary either answer is right.
        if (Ground.Keeps(strip, 1e-9) != Ground.Keeps(strip, -1e-9)) return;
        Ground.Keeps(strip, 0).ShouldBe(Star.Covers(strip.ToPolygon(GeometryFactory.Default)));
    }, iter: 500);

    [Fact]
    public void A_line_is_kept_where_the_library_covers_it() => Gen.Select(Anywhere, Anywhere).Sample((from, to) =>
    {
        if (from.DistanceM(to) < 0.1) return;
        Ground.Keeps(from, to, 0).ShouldBe(Star.Covers(GeometryFactory.Default.CreateLineString([from.ToCoordinate(), to.ToCoordinate()])));
    }, iter: 500);

    [Fact]
    public void An_edge_is_near_where_the_library_measures_it() => Gen.Select(Anywhere, Gen.Double[0.1, 30]).Sample((point, distanceM) =>
        Ground.IsNearEdge(point, distanceM).ShouldBe(Star.Boundary.Distance(GeometryFactory.Default.CreatePoint(point.ToCoordinate())) <= distanceM), iter: 500);

    private static LinearRing Ring(int points, double radiusM, double waveM, int waves)
    {
        var ring = Enumerable.Range(0, points).Select(i => 2 * Math.PI * i / points)
            .Select(a => (a, Radius: radiusM + (waveM * Math.Sin(waves * a)))).Select(p => new Coordinate(p.Radius * Math.Cos(p.a), p.Radius * Math.Sin(p.a))).ToList();
        return new LinearRing([.. ring, ring[0].Copy()]);
    }
}
