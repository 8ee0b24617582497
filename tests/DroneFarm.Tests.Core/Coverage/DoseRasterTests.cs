using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Tests.Core.Checking;

namespace DroneFarm.Tests.Core.Coverage;

/// <summary>Litres a hectare on cells, flaws as a list, litres against tank fills: the hand-made paddy of 100 m x 20 m.</summary>
public sealed class DoseRasterTests
{
    [Fact]
    public void Two_strips_over_one_cell_sum_up_and_a_cell_beside_them_stays_dry()
    {
        var raster = DoseRaster.Of([Strip(0, 0, 10, 5, 20), Strip(4, 0, 14, 5, 30)], cellM: 1);
        (raster.Columns, raster.Rows).ShouldBe((14, 5));
        (raster.At(0, 2), raster.At(3, 2), raster.At(4, 2), raster.At(9, 2), raster.At(10, 2), raster.At(13, 2)).ShouldBe((20f, 20f, 50f, 50f, 30f, 30f));
        raster.RateLPerHa.Sum().ShouldBe((50 * 20) + (50 * 30));
        raster.MiddleOf(0, 0).ShouldBe(new LocalPoint(0.5, 0.5));
    }

    [Fact]
    public void The_litres_on_the_raster_are_those_of_the_strips()
    {
        var plan = new HandPlan().Build();
        var applied = AsAppliedMap.Of(plan, Flown.AsPlanned().Log());
        var raster = DoseRaster.Of(applied.Passes, cellM: 0.5);
        (raster.RateLPerHa.Sum(r => (double)r) * 0.25 / 10_000).ShouldBe(applied.Litres, applied.Litres * 0.01);
    }

    [Fact]
    public void Nothing_sprayed_is_no_raster() => DoseRaster.Of([], 1).RateLPerHa.ShouldBeEmpty();

    [Fact]
    public void A_gap_has_its_area_its_length_and_a_place_inside_it()
    {
        var plan = new HandPlan().Build();
        var flown = new Flown();
        foreach (var (fromX, fromY, toX, toY) in new HandPlan().Lines.Take(3)) flown.To(fromX, fromY, 0).To(toX, toY, 3.375);
        flown.To(100, 60, 0);
        var flaw = Flaws.Of(AsAppliedMap.Of(plan, flown.Log()), plan.Farm).Single(f => f.Kind == FlawKind.Gap);
        (flaw.FieldId, Math.Round(flaw.AreaM2), Math.Round(flaw.LengthM)).ShouldBe(("F1", 500, 100));
        HandPlan.Frame.ToLocal(flaw.At).ShouldSatisfyAllConditions(p => p.EastM.ShouldBeInRange(0, 100), p => p.NorthM.ShouldBeInRange(15, 20));
    }

    [Fact]
    public void What_was_filled_less_what_was_applied_should_be_left()
    {
        var log = Flown.AsPlanned().Log();
        TankBalance.Of(log, 4.5).ShouldBeNull();
        var fills = new[] { 3.0, 2.5, -0.4 }.Select(l => new TankFill(Flown.Start, new VehicleId(1), 1, l, "jug")).ToList();
        TankBalance.Of(log with { Fills = fills }, 4.5)!.LeftL.ShouldBe(0.6, 1e-9);
    }

    private static AppliedPass Strip(double west, double south, double east, double north, double rate) =>
        new(Flown.Start, Flown.Start.AddSeconds(2), 1, HandPlan.Rectangle(west, south, east, north), 10, 1, rate, 5, 3);
}
