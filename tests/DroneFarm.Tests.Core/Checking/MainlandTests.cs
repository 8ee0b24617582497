using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>The mainland is the target less what is truly an edge pass, whatever the plan calls its stages (docs/decisions/0005).</summary>
public sealed class MainlandTests
{
    /// <summary>100 m x 20 m: two swaths of 5 m along the long edges, one in the middle, and 5 m left dry between.</summary>
    private static readonly HandPlan Half = new() { Lines = [(0, 2.5, 100, 2.5), (100, 17.5, 0, 17.5), (0, 7.5, 100, 7.5)], SwathsPerSortie = 3 };

    [Fact]
    public void Without_edge_passes_the_mainland_is_the_whole_target()
    {
        var field = PlanCheck.Of(Half.Build()).Fields[0];
        field.MainlandM2.ShouldBe(2000, 1e-6);
        field.CoveredMainlandM2.ShouldBe(1500, 1e-6);
    }

    [Fact]
    public void An_edge_pass_along_the_edge_is_no_mainland()
    {
        var field = PlanCheck.Of(Named(1, 2)).Fields[0];
        field.MainlandM2.ShouldBe(1000, 1e-6);
        field.CoveredMainlandM2.ShouldBe(500, 1e-6);
    }

    [Fact]
    public void A_strip_away_from_the_edge_is_mainland_whatever_its_name()
    {
        // Its sides lie 5.1 m and 10.1 m from the nearest long edge: more than a swath's width.
        var plan = Name(new HandPlan { Lines = [(6, 7.6, 94, 7.6), (0, 2.5, 100, 2.5)] }.Build(), 1);
        PlanCheck.Of(plan).Fields[0].MainlandM2.ShouldBe(2000, 1e-6);
    }

    [Fact]
    public void A_strip_that_leaves_the_edge_half_way_is_mainland()
    {
        var plan = Name(new HandPlan { Lines = [(1, 3, 98, 14), (0, 2.5, 100, 2.5)] }.Build(), 1);
        PlanCheck.Of(plan).Fields[0].MainlandM2.ShouldBe(2000, 1e-6);
    }

    [Fact]
    public void A_strip_beside_the_buffer_of_a_zone_is_an_edge_pass_of_the_target()
    {
        var pond = new DroneFarm.Core.Fields.NoSprayZone("P", "鱼塘", DroneFarm.Core.Fields.ZoneKind.FishPond, HandPlan.Rectangle(-10, 15, 110, 30), 4);
        // The pond keeps 4 m: the target ends at 11 m, and the second strip reaches to 10.5 m.
        var plan = Name(new HandPlan { Zones = [pond], Lines = [(0, 2.5, 100, 2.5), (100, 8, 0, 8)] }.Build(), 2);
        PlanCheck.Of(plan).Fields[0].MainlandM2.ShouldBe(600, 0.1);
    }

    [Fact]
    public void What_the_plan_calls_mainland_changes_no_figure() =>
        PlanCheck.Of(Half.Build().WithField(f => f with { Mainland = HandPlan.Rectangle(0, 0, 100, 10), Headland = HandPlan.Rectangle(0, 10, 100, 20) })).MainlandCoverage
            .ShouldBe(0.75, 1e-9);

    private static Plan Named(params int[] numbers) => Name(Half.Build(), numbers);

    private static Plan Name(Plan plan, params int[] numbers)
    {
        Swath As(Swath swath) => numbers.Contains(swath.Number) ? swath with { Kind = SwathKind.EdgePass } : swath;
        plan = plan with { Sorties = [.. plan.Sorties.Select(s => s with { Legs = [.. s.Legs.Select(l => l is SprayLeg spray ? new SprayLeg(As(spray.Swath)) : l)] })] };
        return plan.WithField(f => f with { Swaths = [.. f.Swaths.Select(As)] });
    }
}
