using DroneFarm.Core.Fields;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>Plans that forget the wind, or the height of an obstacle, do not pass.</summary>
public sealed class DriftCheckTests
{
    private static readonly HandPlan Hand = new();
    private static readonly NoSprayZone Pond = new("P", "鱼塘", ZoneKind.FishPond, HandPlan.Rectangle(105, -50, 120, 100), 2);

    [Fact]
    public void Spraying_within_the_drift_distance_upwind_of_a_zone_is_found() =>
        // Wind from the west: 5 m lie between field and pond, the spray flies 10 m.
        (Hand with { Zones = [Pond], Job = InWind(270) }).Build().Codes().ShouldBe(["check.field.sprayable", "check.off-target"]);

    [Fact]
    public void The_same_plan_passes_when_the_wind_blows_away_from_the_zone() =>
        (Hand with { Zones = [Pond], Job = InWind(90) }).Build().Codes().ShouldBeEmpty();

    [Fact]
    public void The_same_plan_passes_when_the_drift_falls_short_of_the_zone() =>
        (Hand with { Zones = [Pond], Job = InWind(270, distanceM: 4.9) }).Build().Codes().ShouldBeEmpty();

    [Fact]
    public void Spraying_up_to_a_downwind_edge_is_found() =>
        (Hand with { Job = InWind(270, edgeShare: 0.2) }).Build().Codes().ShouldBe(["check.field.sprayable", "check.off-target"]);

    [Fact]
    public void Spraying_on_the_drift_margin_is_found() =>
        (Hand with { Job = Hand.Job with { DriftMarginM = 0.5 } }).Build().Codes().ShouldBe(["check.field.sprayable", "check.off-target"]);

    [Fact]
    public void Spraying_and_flying_over_a_low_tomb_is_found_as_spraying_only() =>
        (Hand with { Obstacles = [Tomb(1.5, 1)] }).Build().Codes().ShouldBe(["check.off-target"]);

    [Fact]
    public void Spraying_over_a_tomb_that_allows_it_passes() =>
        (Hand with { Obstacles = [Tomb(1.5, 1) with { SprayOver = true }] }).Build().Codes().ShouldBeEmpty();

    [Fact]
    public void Flying_over_it_with_too_little_above_is_found() =>
        (Hand with { Obstacles = [Tomb(2.1, 1) with { SprayOver = true }] }).Build().Codes().ShouldBe(["check.obstacle", "check.off-target"], ignoreOrder: true);

    private static Obstacle Tomb(double heightM, double verticalM) =>
        new("坟", ObstacleKind.Other, HandPlan.Rectangle(48, 1, 52, 4), heightM, 0.5, verticalM);

    private static Job InWind(double fromDeg, double edgeShare = 0, double distanceM = 10) => Hand.Job with
    {
        Product = Hand.Job.Product with { DriftProfile = new DriftProfile([new(3, distanceM)], 2, 2, 1, 30, edgeShare, 4, "手算") },
        Wind = new PlannedWind(2, fromDeg, "手算"),
    };
}
