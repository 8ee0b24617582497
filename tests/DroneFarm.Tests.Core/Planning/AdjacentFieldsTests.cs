using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Paddies with a bund between them, which people spray as one block.</summary>
public sealed class AdjacentFieldsTests
{
    /// <summary>Long from west to east; what is put north of it is a little longer from south to north.</summary>
    private static readonly Field Long = Lab.Field("POLYGON ((0 0, 150 0, 150 20, 0 20, 0 0))");

    [Fact]
    public void Fields_side_by_side_are_sprayed_in_the_direction_that_costs_them_least_together()
    {
        var plan = Together(2);
        plan.ShouldHold();
        Directions(plan).ShouldBe([90, 90], 1e-6);
    }

    [Fact]
    public void The_job_may_ask_for_it_and_a_given_direction_goes_before()
    {
        Plan Asked(PlanOptions? options = null) => Lab.Plan(Lab.Farm(Long, North(2)), job: Lab.Job with { AdjacentTogether = true }, options: options);
        Directions(Asked()).ShouldBe([90, 90], 1e-6);
        Directions(Asked(new PlanOptions(Direction: Heading.FromDegrees(45)))).ShouldBe([45, 45], 1e-6);
    }

    [Fact]
    public void By_itself_each_field_takes_its_own_best_direction() =>
        Directions(Lab.Plan(Lab.Farm(Long, North(2)))).ShouldBe([90, 0], 1e-6);

    [Fact]
    public void A_road_between_two_fields_leaves_each_its_own_direction() => Directions(Together(5)).ShouldBe([90, 0], 1e-6);

    private static Plan Together(double gapM) => Lab.Plan(Lab.Farm(Long, North(gapM)), options: new PlanOptions(AdjacentTogether: true));

    private static Field North(double gapM) => Lab.Field($"POLYGON ((0 {20 + gapM}, 40 {20 + gapM}, 40 {70 + gapM}, 0 {70 + gapM}, 0 {20 + gapM}))", "2");

    private static IEnumerable<double> Directions(Plan plan) => plan.Fields.Select(f => Math.Round(f.Cells[0].Direction.Degrees, 6) % 180);
}
