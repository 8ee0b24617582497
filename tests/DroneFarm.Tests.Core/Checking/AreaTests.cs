using CsCheck;
using DroneFarm.Core.Checking;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>The check's areas against the geometry library's union, on lines that lie anyhow over a concave field with a hole.</summary>
public sealed class AreaTests
{
    private static readonly Polygon Field = GeometryFactory.Default.CreatePolygon(
        new LinearRing([new(0, 0), new(100, 0), new(100, 60), new(60, 60), new(60, 30), new(40, 35), new(30, 60), new(0, 50), new(0, 0)]),
        [new LinearRing([new(20, 10), new(20, 20), new(35, 22), new(35, 10), new(20, 10)])]);

    private static readonly Gen<(double, double, double, double)[]> Lines =
        Gen.Select(Gen.Double[-10, 110], Gen.Double[-10, 70], Gen.Double[-10, 110], Gen.Double[-10, 70])
            .Where(l => Math.Abs(l.Item1 - l.Item3) + Math.Abs(l.Item2 - l.Item4) > 1).Array[1, 12];

    [Fact]
    public void Areas_are_those_of_the_union() => Lines.Sample(lines =>
    {
        var plan = new HandPlan { Boundary = Field, Lines = lines }.Build() with { Missions = [] };
        var report = PlanCheck.Of(plan);
        var strips = plan.Swaths.Select(s =>
            (Geometry)GeometryFactory.Default.CreateLineString([s.Start.ToCoordinate(), s.End.ToCoordinate()]).Buffer(2.5, NetTopologySuite.Operation.Buffer.EndCapStyle.Flat)).ToList();
        var union = OverlayNGRobust.Union(strips);
        report.CoveredM2.ShouldBe(union.Intersection(Field).Area, 1e-4);
        report.DoubledM2.ShouldBe(strips.Sum(s => s.Intersection(Field).Area) - union.Intersection(Field).Area, 1e-4);
        report.OffTargetM2.ShouldBe(union.Difference(Field).Area, 0.001 * 500);
    }, iter: 200);

    [Fact]
    public void Areas_hold_where_one_line_is_driven_twenty_times() =>
        PlanCheck.Of(new HandPlan { Lines = [.. Enumerable.Repeat((0.0, 2.5, 100.0, 2.5), 20)] }.Build()).DoubledM2.ShouldBe(19 * 500, 1e-3);

    [Fact]
    public void Swaths_that_touch_the_edge_by_the_last_digit_of_a_number_are_not_off_target()
    {
        // Turned by an odd angle, corners and edges of field and strips agree to rounding only.
        var turn = NetTopologySuite.Geometries.Utilities.AffineTransformation.RotationInstance(0.7321);
        var turned = (Polygon)turn.Transform(HandPlan.Rectangle(0, 0, 100, 20));
        var lines = new HandPlan().Lines.Select(l => (From: Turn(l.FromX, l.FromY), To: Turn(l.ToX, l.ToY))).Select(l => (l.From.X, l.From.Y, l.To.X, l.To.Y)).ToList();
        var report = PlanCheck.Of(new HandPlan { Boundary = turned, Lines = lines }.Build() with { Missions = [] });
        report.OffTargetM2.ShouldBe(0);
        report.CoveredM2.ShouldBe(2000, 1e-6);

        Coordinate Turn(double x, double y) => turn.Transform(new Coordinate(x, y), new Coordinate());
    }
}
