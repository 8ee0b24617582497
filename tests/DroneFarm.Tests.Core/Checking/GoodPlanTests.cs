using DroneFarm.Core.Checking;

namespace DroneFarm.Tests.Core.Checking;

public sealed class GoodPlanTests
{
    private static readonly CheckReport Report = PlanCheck.Of(new HandPlan().Build());

    [Fact]
    public void A_plan_that_keeps_every_rule_has_no_findings() => Report.AllFindings.ShouldBeEmpty();

    [Fact]
    public void Its_areas_are_those_a_person_computes()
    {
        var field = Report.Fields.ShouldHaveSingleItem();
        field.AreaM2.ShouldBe(2000, 1e-6);
        field.CoveredM2.ShouldBe(2000, 1e-6);
        field.DoubledM2.ShouldBe(0, 1e-6);
        field.OffTargetM2.ShouldBe(0);
        Report.MainlandCoverage.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Its_litres_and_lengths_are_those_a_person_computes()
    {
        Report.Litres.ShouldBe(4.5, 1e-9);
        Report.SprayedM.ShouldBe(400, 0.05);
        // From (-20, 10) to (0, 2.5), 5 m across, from (0, 7.5) home; and the mirror image of it.
        var sortieM = Math.Sqrt((20 * 20) + (7.5 * 7.5)) + 5 + Math.Sqrt((20 * 20) + (2.5 * 2.5));
        Report.TransitM.ShouldBe(2 * sortieM, 0.1);
    }

    [Fact]
    public void Its_time_is_the_sum_of_pieces_flown_from_rest_to_rest()
    {
        // 15 m up at 2.5 m/s; 21.36 m at 7 m/s; 12 m down at 1.5 m/s; 100 m at 5 m/s; 5 m; 100 m; 12 m up; 20.16 m home;
        // 5 s of waiting, 5 m down at 1.5 m/s and the last 10 m at 0.5 m/s.
        var seconds = (15 / 2.5) + ((21.36 / 7) + (7 / 2.5)) + (12 / 1.5) + (100 / 5.0 + 2) + (2 * Math.Sqrt(5 / 2.5)) + (100 / 5.0 + 2)
            + (12 / 2.5) + (20.16 / 5 + 2) + 5 + (5 / 1.5) + (10 / 0.5);
        Report.Duration.TotalSeconds.ShouldBe(2 * seconds, 0.2);
    }

    [Fact]
    public void Progress_counts_the_fields()
    {
        var seen = new List<int>();
        PlanCheck.Of(new HandPlan().Build(), new Seen(seen), TestContext.Current.CancellationToken);
        seen.ShouldBe([1]);
    }

    [Fact]
    public void A_check_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() => PlanCheck.Of(new HandPlan().Build(), null, cancel.Token));
    }

    private sealed class Seen(List<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen.Add(value);
    }
}
