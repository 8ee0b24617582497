using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Planning;

public sealed class SharedFieldsTests
{
    [Theory]
    [InlineData("jp-hokkaido-100.geojson", 100, 2.3)]
    [InlineData("fiboa-it-100.geojson", 100, 3.0)]
    [InlineData("jp-chofu-fude2019.geojson", 200, 15.0)]
    [InlineData("fiboa-fr-rpg-100.geojson", 40, 3.0)]
    [InlineData("fiboa-cz-100.geojson", 40, 3.0)]
    [InlineData("nl-brp-noordholland-4872.geojson", 150, 5.0)]
    public void Real_fields_are_planned_or_refused_with_a_reason_and_nothing_is_sprayed_outside(string file, int most, double errorsPercent)
    {
        var (farm, _) = SharedFields.Read(file, most);
        var plan = Lab.Plan(farm);
        foreach (var field in plan.Fields) (field.Swaths.Count > 0 != field.IsRefused).ShouldBeTrue(field.Field.Id);
        var report = plan.ShouldHold();
        (100 * (report.AreaM2 - report.CoveredM2 + report.DoubledM2) / report.AreaM2).ShouldBeLessThan(errorsPercent);
    }

    /// <summary>Among so many swaths every chance meeting of one's end and another's start is found.</summary>
    [Theory]
    [InlineData("nantong-10k.geojson")]
    [InlineData("nl-brp-noordholland-4872.geojson")]
    public void A_district_flown_with_a_late_pump_sprays_nothing_outside(string file)
    {
        var (farm, _) = SharedFields.Read(file, 10_000);
        Lab.Plan(farm, Lab.Sprayer with { Switching = Lab.Late }).ShouldHold();
    }

    [Fact]
    public void Seventy_broken_boundaries_are_repaired_and_each_repair_is_told()
    {
        var (farm, findings) = SharedFields.Read("be-invalid-buildings-70.geojson", 70);
        findings.Count(f => f.Code == "field.repaired").ShouldBe(70);
        farm.Fields.ShouldAllBe(f => f.Boundary.IsValid);
        Lab.Plan(farm).ShouldHold();
    }

    [Fact]
    public void Progress_comes_for_every_field_and_never_falls()
    {
        var (farm, _) = SharedFields.Read("jp-hokkaido-100.geojson", 20);
        var seen = new List<PlanProgress>();
        Planner.Plan(farm, Lab.Sprayer, Lab.Job, new PlanOptions(), new Seen(seen), TestContext.Current.CancellationToken);
        seen.Select(p => p.FieldsDone).ShouldBe(Enumerable.Range(1, 20));
        seen.ShouldAllBe(p => p.FieldsTotal == 20);
    }

    [Fact]
    public void Planning_can_be_cancelled()
    {
        var (farm, _) = SharedFields.Read("jp-hokkaido-100.geojson", 20);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() => Planner.Plan(farm, Lab.Sprayer, Lab.Job, new PlanOptions(), null, cancel.Token));
    }

    private sealed class Seen(List<PlanProgress> seen) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => seen.Add(value);
    }
}
