using DroneFarm.Core.Checking;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Patterns;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>A paddy of 100 x 22 m is five swaths of 4.4 m for a sprayer of 5 m: 0.88 of its width, and of the job's 3 m where it may fly lower.</summary>
public sealed class SprayHeightTests
{
    private static readonly Field Narrow = Lab.Field("POLYGON ((0 0, 100 0, 100 22, 0 22, 0 0))"), Wide = Lab.Field("POLYGON ((0 40, 100 40, 100 65, 0 65, 0 40))", "2");
    private static readonly Sprayer Follows = Lab.Sprayer with { LeastSprayHeightM = 2 };
    private static readonly PlanOptions AlongX = new(Direction: Heading.FromDegrees(90), EdgePass: EdgePassChoice.Never, MissedPriceSPerM2: 5, DoubledPriceSPerM2: 5);

    [Fact]
    public void Height_follows_the_width_and_a_field_of_whole_swaths_keeps_the_job_s()
    {
        var plan = Plan(Follows, Lab.Farm(Narrow, Wide));
        plan.ShouldHold();
        plan.Fields[0].Swaths.ShouldAllBe(s => Math.Abs(s.WidthM - 4.4) < 0.001 && s.HeightM == 2.64);
        plan.Fields[1].Swaths.ShouldAllBe(s => s.WidthM > 4.99 && s.HeightM == null);
        SprayedAt(plan).ShouldBe([2.64, 3], ignoreOrder: true);
        plan.Codes().ShouldContain("plan.height.lower");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3.0)]
    [InlineData(5.0)]
    public void Without_a_least_height_below_the_job_s_nothing_changes(double? leastM)
    {
        var plan = Plan(Lab.Sprayer with { LeastSprayHeightM = leastM });
        plan.ShouldHold();
        SprayedAt(plan).ShouldBe([3]);
    }

    [Fact]
    public void It_is_never_below_the_least_height()
    {
        var plan = Plan(Follows with { LeastSprayHeightM = 2.8 });
        plan.ShouldHold();
        SprayedAt(plan).ShouldBe([2.8]);
    }

    [Theory]
    [InlineData(50, 12, 2.9)]
    [InlineData(50, 25.9, 2.9)]
    [InlineData(50, 27, 2.64)]
    public void What_the_job_s_height_clears_in_or_beside_the_field_is_still_cleared(double eastM, double northM, double heightM)
    {
        // A stake of 1.9 m with 1 m above it and 2 m to the side.
        var stake = Lab.Pole(eastM, northM, heightM: 1.9, clearanceM: 2) with { VerticalClearanceM = 1 };
        var plan = Plan(Follows, Lab.Farm(Narrow) with { Obstacles = [stake] });
        plan.ShouldHold();
        plan.Fields[0].Swaths.Count.ShouldBe(5);
        SprayedAt(plan).ShouldBe([heightM]);
    }

    [Fact]
    public void A_measured_pattern_that_asks_for_more_height_is_believed()
    {
        // Even to 5 m at 3 m, and to 4 m at 2.8 m: 4.4 m need 2.88 m.
        SprayPattern Box(double heightM, double widthM) => new(heightM, 5, [new(-widthM / 2, 0), new(-widthM / 2, 1), new(widthM / 2, 1), new(widthM / 2, 0)], "made up");
        var widthAt3M = SwathByHeightOf(Box(3, 5), 3);
        var plan = Plan(Follows with { SwathWidthM = 5, Patterns = [Box(2.8, 4 * 5 / widthAt3M), Box(3, 5 * 5 / widthAt3M)] });
        plan.ShouldHold();
        SprayedAt(plan).Single().ShouldBeInRange(2.87, 2.89);
    }

    [Fact]
    public void The_longer_way_down_and_up_is_in_the_sortie_s_time()
    {
        var (low, usual) = (Plan(Follows).Sorties.Single(), Plan(Lab.Sprayer).Sorties.Single());
        (low.Duration - usual.Duration).TotalSeconds.ShouldBe((0.36 / 1.5) + (0.36 / 2.5), 1e-4);
        low.EnergyWh.ShouldBeGreaterThan(usual.EnergyWh);
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(2.7)]
    [InlineData(3.5)]
    [InlineData(null)]
    public void A_height_that_nothing_asks_for_is_found_however_well_the_mission_agrees(double? heightM) =>
        Codes(Flown(Plan(Follows), heightM)).ShouldContain("check.swath.height");

    [Fact]
    public void A_lower_height_for_a_sprayer_that_does_not_allow_it_is_found() =>
        Codes(Plan(Follows) with { Sprayer = Lab.Sprayer }).ShouldContain("check.swath.height");

    [Fact]
    public void A_mission_that_flies_the_job_s_height_where_the_swath_is_lower_is_found()
    {
        var plan = Plan(Follows);
        Codes(plan with { Missions = [.. plan.Missions.Select(m => m with { Items = [.. m.Items.Select(i => i.HeightM == 2.64 ? i with { HeightM = 3 } : i)] })] }).ShouldContain("check.height.spray");
    }

    private static double SwathByHeightOf(SprayPattern pattern, double heightM) => SwathByHeight.WidthM([pattern], heightM)!.Value;

    private static Plan Plan(Sprayer sprayer, Farm? farm = null) => Lab.Plan(farm ?? Lab.Farm(Narrow), sprayer, options: AlongX);

    private static IEnumerable<string> Codes(Plan plan) => PlanCheck.Of(plan).AllFindings.Select(f => f.Code);

    /// <summary>Heights of the waypoints at which a mission switches the sprayer on.</summary>
    private static IEnumerable<double> SprayedAt(Plan plan) => plan.Missions.SelectMany(m => m.Items.Zip(m.Items.Skip(1)))
        .Where(p => p.First is { Command: MissionCommand.Sprayer, Param1: 1 }).Select(p => p.Second.HeightM).Distinct();

    /// <summary>The same plan at another height, in fields, sorties, route and missions alike.</summary>
    private static Plan Flown(Plan plan, double? heightM)
    {
        Swath At(Swath swath) => swath with { HeightM = heightM };
        Leg Leg(Leg leg) => leg is SprayLeg spray ? new SprayLeg(At(spray.Swath)) : leg;
        return plan with
        {
            Fields = [.. plan.Fields.Select(f => f with { Swaths = [.. f.Swaths.Select(At)] })],
            Route = new Route([.. plan.Route.Legs.Select(Leg)]),
            Sorties = [.. plan.Sorties.Select(s => s with { Legs = [.. s.Legs.Select(Leg)] })],
            Missions = [.. plan.Missions.Select(m => m with { Items = [.. m.Items.Select(i => i.HeightM == 2.64 ? i with { HeightM = heightM ?? 3 } : i)] })],
        };
    }
}
