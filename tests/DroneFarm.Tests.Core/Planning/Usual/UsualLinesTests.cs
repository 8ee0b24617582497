using DroneFarm.Core.Checking;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Usual;
using DroneFarm.Tests.Core.Checking;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning.Usual;

public sealed class UsualLinesTests
{
    [Fact]
    public void A_rectangle_is_mown_to_and_fro_along_its_longest_side() =>
        UsualLines.Of(HandPlan.Rectangle(0, 0, 100, 20), 5).ShouldBe(
        [
            (new LocalPoint(0, 2.5), new LocalPoint(100, 2.5)), (new LocalPoint(100, 7.5), new LocalPoint(0, 7.5)),
            (new LocalPoint(0, 12.5), new LocalPoint(100, 12.5)), (new LocalPoint(100, 17.5), new LocalPoint(0, 17.5)),
        ]);

    [Fact]
    public void A_notch_cuts_a_line_in_two_and_a_hole_does_not()
    {
        var notched = GeometryFactory.Default.CreatePolygon([new(0, 0), new(100, 0), new(100, 20), new(60, 20), new(60, 10), new(40, 10), new(40, 20), new(0, 20), new(0, 0)]);
        UsualLines.Of(notched, 5).Count.ShouldBe(6);
        var holed = GeometryFactory.Default.CreatePolygon((LinearRing)HandPlan.Rectangle(0, 0, 100, 20).ExteriorRing, [(LinearRing)HandPlan.Rectangle(40, 5, 60, 15).ExteriorRing]);
        UsualLines.Of(holed, 5).Count.ShouldBe(4);
    }

    [Fact]
    public void Its_areas_are_measured_like_those_of_a_plan()
    {
        var holed = GeometryFactory.Default.CreatePolygon((LinearRing)HandPlan.Rectangle(0, 0, 100, 22).ExteriorRing, [(LinearRing)HandPlan.Rectangle(40, 5, 60, 15).ExteriorRing]);
        var areas = LineAreas.Of(UsualLines.Of(holed, 5), 5, holed);
        // Four lines reach to 20 m of 22 m; the hole of 200 m² is sprayed.
        areas.MissedM2.ShouldBe(200, 1e-6);
        areas.OffTargetM2.ShouldBe(200, 1e-6);
        areas.DoubledM2.ShouldBe(0, 1e-6);
    }

    [Fact]
    public void What_is_narrower_than_half_a_swath_gets_no_line() => UsualLines.Of(HandPlan.Rectangle(0, 0, 100, 2.4), 5).ShouldBeEmpty();
}
