using CsCheck;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>Two counts of the same ground that share no step.</summary>
public sealed class RasterTests
{
    private static readonly CheckOptions Raster = new(Raster: true);

    private static readonly Gen<(double, double, double, double)[]> Lines =
        Gen.Select(Gen.Double[-10, 110], Gen.Double[-10, 70], Gen.Double[-10, 110], Gen.Double[-10, 70])
            .Where(l => Math.Abs(l.Item1 - l.Item3) + Math.Abs(l.Item2 - l.Item4) > 1).Array[1, 12];

    [Fact]
    public void It_counts_the_areas_that_a_person_computes()
    {
        var raster = PlanCheck.Of(new HandPlan { Lines = [(0, 2.5, 100, 2.5), (100, 6.5, 0, 6.5), (0, 12.5, 100, 12.5), (100, 18, 0, 18)] }.Build(), Raster).Raster.ShouldNotBeNull();
        raster.CoveredM2.ShouldBe(1850, 5);
        raster.DoubledM2.ShouldBe(100, 5);
        raster.MissedM2.ShouldBe(150, 5);
        raster.OffTargetM2.ShouldBe(50, 5);
    }

    [Fact]
    public void It_agrees_with_the_exact_areas_on_lines_that_lie_anyhow() => Lines.Sample(lines =>
    {
        var field = GeometryFactory.Default.CreatePolygon(
            new LinearRing([new(0, 0), new(100, 0), new(100, 60), new(60, 60), new(60, 30), new(40, 35), new(30, 60), new(0, 50), new(0, 0)]),
            [new LinearRing([new(20, 10), new(20, 20), new(35, 22), new(35, 10), new(20, 10)])]);
        Disagreements(new HandPlan { Boundary = field, Lines = lines }.Build() with { Missions = [] }).ShouldBeEmpty();
    }, iter: 200);

    [Fact]
    public void It_agrees_in_whatever_direction_a_good_plan_lies() => Gen.Double[0, Math.PI].Sample(turnRad =>
    {
        var turn = AffineTransformation.RotationInstance(turnRad);
        var lines = new HandPlan().Lines.Select(l => (From: At(turn, l.FromX, l.FromY), To: At(turn, l.ToX, l.ToY))).Select(l => (l.From.X, l.From.Y, l.To.X, l.To.Y)).ToList();
        Disagreements(new HandPlan { Boundary = (Polygon)turn.Transform(HandPlan.Rectangle(0, 0, 100, 20)), Lines = lines }.Build() with { Missions = [] }).ShouldBeEmpty();
    }, iter: 50);

    [Fact]
    public void A_count_that_differs_by_more_than_its_cells_explain_is_an_error()
    {
        var field = PlanCheck.Of(new HandPlan().Build(), Raster).Fields[0];
        RasterCheck.Of(field).ShouldBeNull();
        var wrong = RasterCheck.Of(field with { CoveredM2 = field.CoveredM2 - (1.5 * field.Raster!.ExplainedM2) });
        wrong.ShouldNotBeNull().Code.ShouldBe("check.raster.disagrees");
        // On a paddy of 2,000 m² a quarter of a per cent is seen.
        field.Raster.ExplainedM2.ShouldBeLessThan(0.005 * field.AreaM2);
    }

    [Fact]
    public void It_is_done_for_farms_of_up_to_two_thousand_fields_unless_it_is_asked_for()
    {
        PlanCheck.Of(new HandPlan().Build()).Raster.ShouldNotBeNull();
        PlanCheck.Of(new HandPlan().Build(), new CheckOptions(Raster: false)).Raster.ShouldBeNull();
    }

    private static Coordinate At(AffineTransformation turn, double x, double y) => turn.Transform(new Coordinate(x, y), new Coordinate());

    private static IEnumerable<string> Disagreements(Plan plan) =>
        PlanCheck.Of(plan, Raster).AllFindings.Where(f => f.Code.StartsWith("check.raster", StringComparison.Ordinal)).Select(f => f.Say(DroneFarm.Core.Text.Language.English));
}
