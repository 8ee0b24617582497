using DroneFarm.Core.Checking;

namespace DroneFarm.Tests.Core.Checking;

public sealed class FieldBoundsTests
{
    [Fact]
    public void A_field_filled_by_whole_swaths_is_worked_in_the_least_length()
    {
        var plan = new HandPlan().Build();
        var field = FieldBounds.OfFields(plan).ShouldHaveSingleItem();
        field.WorkingRatio!.Value.ShouldBe(1, 1e-9);
        // Three turns where the least width of 20 m asks for four swaths.
        field.TurnsRatio!.Value.ShouldBe(0.75, 1e-9);
        // Two sidesteps of 5 m within the sorties on 0.2 ha; the third is flown by way of the refill point.
        field.NonWorkingMPerHa!.Value.ShouldBe(50, 1e-9);
        FieldBounds.OfJob(plan, [field]).NonWorkingM.ShouldBe(plan.Sorties.Sum(s => s.TransitM), 1e-9);
    }

    [Fact]
    public void The_least_width_of_a_shape_is_that_of_its_hull()
    {
        FieldBounds.LeastWidthM(HandPlan.Rectangle(0, 0, 100, 20)).ShouldBe(20, 1e-9);
        var turned = NetTopologySuite.Geometries.Utilities.AffineTransformation.RotationInstance(0.7).Transform(HandPlan.Rectangle(0, 0, 100, 20));
        FieldBounds.LeastWidthM(turned).ShouldBe(20, 1e-9);
    }
}
