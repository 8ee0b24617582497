using CsCheck;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DroneFarm.Tests.Core.Fields;

public sealed class FieldIntakeTests
{
    [Fact]
    public void A_good_boundary_stays_as_it_is()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))");
        findings.ShouldBeEmpty();
        fields.ShouldHaveSingleItem().Id.ShouldBe("12");
        fields[0].AreaM2.ShouldBe(5000);
    }

    [Fact]
    public void Shells_turn_counter_clockwise_and_holes_clockwise()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 0 50, 100 50, 100 0, 0 0), (10 10, 30 10, 30 20, 10 20, 10 10))");
        var boundary = fields.ShouldHaveSingleItem().Boundary;
        ((LinearRing)boundary.ExteriorRing).IsCCW.ShouldBeTrue();
        ((LinearRing)boundary.GetInteriorRingN(0)).IsCCW.ShouldBeFalse();
        fields[0].AreaM2.ShouldBe(4800);
        findings.ShouldHaveSingleItem().Code.ShouldBe("field.turned");
    }

    [Fact]
    public void A_boundary_that_crosses_itself_becomes_the_two_fields_it_encloses()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 40 40, 40 0, 0 40, 0 0))");
        fields.Select(f => f.Id).ShouldBe(["12.0", "12.1"]);
        fields.Sum(f => f.AreaM2).ShouldBe(800);
        findings.Select(f => f.Code).ShouldBe(["field.repaired", "field.parts"]);
        findings.ShouldAllBe(f => f.FieldId == "12");
    }

    [Fact]
    public void Repeated_points_are_left_out()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 100 0, 100 0, 100 50, 0 50, 0 50, 0 0))");
        findings.ShouldHaveSingleItem().Text.Args.ShouldBe(["Paddy", "2"]);
        fields.ShouldHaveSingleItem().Boundary.NumPoints.ShouldBe(5);
    }

    [Fact]
    public void Slivers_are_left_out_and_told()
    {
        var (fields, findings) = Repair("MULTIPOLYGON (((0 0, 100 0, 100 50, 0 50, 0 0)), ((200 0, 203 0, 203 3, 200 3, 200 0)))");
        fields.ShouldHaveSingleItem().Id.ShouldBe("12");
        findings.ShouldHaveSingleItem().Code.ShouldBe("field.sliver");
    }

    [Fact]
    public void The_parts_of_a_numbered_feature_are_counted_even_when_it_has_one()
    {
        var boundary = new WKTReader().Read("MULTIPOLYGON (((0 0, 100 0, 100 50, 0 50, 0 0)))");
        FieldIntake.Repair("12", "Paddy", boundary, numbered: true).Fields.ShouldHaveSingleItem().Id.ShouldBe("12.0");
    }

    [Theory]
    [InlineData("POLYGON EMPTY")]
    [InlineData("LINESTRING (0 0, 10 10)")]
    [InlineData("POLYGON ((0 0, 10 0, 5 0, 0 0))")]
    [InlineData("GEOMETRYCOLLECTION (POINT (0 0))")]
    public void What_is_no_land_is_an_error_and_no_exception(string wkt)
    {
        var (fields, findings) = Repair(wkt);
        fields.ShouldBeEmpty();
        findings.ShouldContain(f => f.Severity == Severity.Error && f.Code == "field.empty");
    }

    [Theory]
    [InlineData("POLYGON ((0 0, 10 0, NaN 5, 0 0))")]
    [InlineData("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0), (10 10, 20 10, 20 NaN, 10 10))")]
    [InlineData("POLYGON ((0 0, 100 0, 1e400 50, 0 50, 0 0))")]
    public void A_coordinate_that_is_no_number_is_told_as_such(string wkt)
    {
        var (fields, findings) = Repair(wkt);
        fields.ShouldBeEmpty();
        findings.ShouldHaveSingleItem().Code.ShouldBe("field.not-numbers");
    }

    [Fact]
    public void A_spike_without_width_is_repaired_away()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 100 0, 100 20, 130 20, 100 20, 100 50, 0 50, 0 0))");
        fields.ShouldHaveSingleItem().AreaM2.ShouldBe(5000);
        fields[0].Boundary.EnvelopeInternal.MaxX.ShouldBe(100);
        findings.ShouldContain(f => f.Code == "field.repaired");
    }

    [Fact]
    public void A_needle_outwards_is_cut_off_and_told()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 100 0, 100 20, 130 20.01, 100 20.02, 100 50, 0 50, 0 0))");
        fields.ShouldHaveSingleItem().Boundary.EnvelopeInternal.MaxX.ShouldBe(100);
        fields[0].Boundary.IsValid.ShouldBeTrue();
        findings.ShouldHaveSingleItem().Text.Args.ShouldBe(["Paddy", "1", "5 cm"]);
    }

    [Theory]
    [InlineData("POLYGON ((0 0, 100 0, 100 20, 130 21, 100 22, 100 50, 0 50, 0 0))")]
    [InlineData("POLYGON ((0 0, 100 0, 100 20, 70 20.01, 100 20.02, 100 50, 0 50, 0 0))")]
    public void What_has_some_width_or_points_inwards_is_no_needle(string wkt)
    {
        var (fields, findings) = Repair(wkt);
        findings.ShouldBeEmpty();
        fields.ShouldHaveSingleItem().Boundary.NumPoints.ShouldBe(8);
    }

    [Fact]
    public void A_hole_outside_the_boundary_does_not_become_land()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0), (200 10, 240 10, 240 40, 200 40, 200 10))");
        fields.ShouldHaveSingleItem().AreaM2.ShouldBe(5000);
        fields[0].Boundary.EnvelopeInternal.MaxX.ShouldBe(100);
        findings.Select(f => f.Code).ShouldContain("field.hole-outside");
    }

    [Theory]
    [InlineData("(90 10, 120 10, 120 40, 90 40, 90 10)", 4700)]
    [InlineData("(80 10, 100 10, 100 40, 80 40, 80 10)", 4400)]
    [InlineData("(10 10, 60 10, 60 40, 10 40, 10 10), (20 20, 30 20, 30 30, 20 30, 20 20)", 3500)]
    [InlineData("(10 10, 40 10, 40 40, 10 40, 10 10), (30 20, 60 20, 60 30, 30 30, 30 20)", 3900)]
    public void Holes_over_the_edge_along_it_in_each_other_and_overlapping_are_all_taken_out(string holes, double areaM2)
    {
        var (fields, findings) = Repair($"POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0), {holes})");
        fields.Sum(f => f.AreaM2).ShouldBe(areaM2, 1e-9);
        fields.ShouldAllBe(f => f.Boundary.IsValid);
        findings.ShouldHaveSingleItem().Code.ShouldBe("field.repaired");
    }

    [Fact]
    public void A_hole_that_touches_the_boundary_in_a_point_stays_a_hole()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0), (50 0, 40 20, 60 20, 50 0))");
        fields.ShouldHaveSingleItem().AreaM2.ShouldBe(4800);
        fields[0].Boundary.NumInteriorRings.ShouldBe(1);
        findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_hole_drawn_by_a_cut_through_the_boundary_becomes_one()
    {
        var (fields, findings) = Repair("POLYGON ((0 0, 100 0, 100 50, 50 50, 50 30, 60 30, 60 20, 40 20, 40 30, 50 30, 50 50, 0 50, 0 0))");
        fields.ShouldHaveSingleItem().AreaM2.ShouldBe(4800);
        fields[0].Boundary.NumInteriorRings.ShouldBe(1);
        findings.ShouldHaveSingleItem().Code.ShouldBe("field.repaired");
    }

    [Fact]
    public void Any_ring_at_all_gives_valid_fields_or_an_error() =>
        Gen.Select(Gen.Int[-20, 20], Gen.Int[-20, 20]).Array[3, 12].Sample(points =>
        {
            var ring = points.Select(p => new Coordinate(p.Item1, p.Item2)).ToList();
            ring.Add(ring[0].Copy());
            var (fields, findings) = FieldIntake.Repair("1", "any", GeometryFactory.Default.CreatePolygon([.. ring]));
            return fields.All(f => f.Boundary.IsValid && f.AreaM2 >= FieldIntake.SliverM2)
                && fields.Count > 0 != findings.Any(f => f.Severity == Severity.Error);
        });

    private static (IReadOnlyList<Field> Fields, IReadOnlyList<Finding> Findings) Repair(string wkt) => FieldIntake.Repair("12", "Paddy", new WKTReader().Read(wkt));
}
