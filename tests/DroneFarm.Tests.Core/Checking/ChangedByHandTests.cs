using DroneFarm.Core.Checking;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>Plans that another tool changed in one place.</summary>
public sealed class ChangedByHandTests
{
    private static readonly Plan Good = new HandPlan().Build();

    [Fact]
    public void A_waypoint_moved_along_its_swath_is_found() =>
        Good.WithItems(items => items[items.Switch(2) - 1] = HandPlan.Waypoint(99, 2.5, 3)).Codes()
            .ShouldBe(["check.spray.off-swath", "check.sum.litres"], ignoreOrder: true);

    [Fact]
    public void A_waypoint_moved_beyond_the_field_is_found_to_spray_off_target()
    {
        var report = PlanCheck.Of(Good.WithItems(items => items[items.Switch(2) - 1] = HandPlan.Waypoint(101, 2.5, 3)));
        report.AllFindings.Select(f => f.Code).ShouldBe(["check.spray.off-swath", "check.sum.litres", "check.off-target"], ignoreOrder: true);
        // 1 m x 5 m, less the 2 cm that the wire may round; the lost seam to the south is as wide.
        report.OffTargetM2.ShouldBe(0.98 * 5, 0.15);
    }

    [Fact]
    public void A_waypoint_of_a_transit_moved_is_found() =>
        new HandPlan { Via = new Dictionary<int, LocalPoint> { [1] = new(95, 5) } }.Build()
            .WithItems(items => items[items.Switch(2) + 1] = HandPlan.Waypoint(94, 5, 3)).Codes().ShouldBe(["check.transit.differs"]);

    [Fact]
    public void A_detour_that_the_sortie_does_not_have_is_found() =>
        Good.WithItems(items => items.Insert(3, HandPlan.Waypoint(-10, 20, 15))).Codes().ShouldBe(["check.transit.differs"]);

    [Fact]
    public void A_swath_moved_in_the_field_only_is_found() =>
        Good.WithField(f => f with { Swaths = [f.Swaths[0] with { End = new LocalPoint(99, 2.5) }, .. f.Swaths.Skip(1)] }).Codes().ShouldBe(["check.swath.moved"]);

    [Fact]
    public void A_swath_widened_in_the_field_only_is_found() =>
        Good.WithField(f => f with { Swaths = [f.Swaths[0] with { WidthM = 6 }, .. f.Swaths.Skip(1)] }).Codes().ShouldBe(["check.swath.moved"]);

    [Fact]
    public void A_swath_that_no_sortie_flies_is_found() =>
        Good.WithField(f => f with { Swaths = [.. f.Swaths, f.Swaths[0] with { Number = 5 }] }).Codes().ShouldBe(["check.swath.not-flown"]);

    [Fact]
    public void A_swath_taken_out_of_the_field_but_still_flown_is_found() =>
        Good.WithField(f => f with { Swaths = [.. f.Swaths.Skip(1)] }).Codes().ShouldBe(["check.swath.unknown"]);

    [Fact]
    public void Two_swaths_of_one_number_are_found() =>
        Good.WithField(f => f with { Swaths = [.. f.Swaths, f.Swaths[0]] }).Codes().ShouldBe(["check.swath.number-twice"]);

    [Fact]
    public void A_swath_flown_twice_is_found() =>
        new HandPlan { Lines = [.. new HandPlan().Lines, (0, 2.5, 100, 2.5), (100, 7.5, 0, 7.5)] }.Build()
            .RenumberLast(1, 2).Codes().ShouldBe(["check.swath.flown-twice", "check.swath.flown-twice"]);

    [Fact]
    public void A_mission_taken_out_is_found() =>
        (Good with { Missions = [Good.Missions[0]] }).Codes().ShouldBe(["check.sortie.missions", "check.little-covered"]);

    [Fact]
    public void A_mission_of_no_sortie_is_found() =>
        (Good with { Missions = [.. Good.Missions, Good.Missions[0] with { SortieNumber = 9 }] }).Codes().ShouldBe(["check.mission.no-sortie"]);

    [Fact]
    public void A_plan_without_missions_is_refused_and_still_measured()
    {
        var report = PlanCheck.Of(Good with { Missions = [] });
        report.AllFindings.ShouldHaveSingleItem().Code.ShouldBe("check.no-missions");
        report.CoveredM2.ShouldBe(2000, 1e-6);
    }

    [Fact]
    public void Litres_that_do_not_add_up_are_found() =>
        Good.WithSortie(s => s with { Litres = 2.2 }).Codes().ShouldBe(["check.sum.litres"]);

    [Fact]
    public void Energy_that_is_too_small_to_be_true_is_found() =>
        Good.WithSortie(s => s with { EnergyWh = 50 }).Codes().ShouldBe(["check.sum.energy"]);

    [Fact]
    public void A_duration_that_is_too_short_to_be_true_is_found() =>
        Good.WithSortie(s => s with { Duration = TimeSpan.FromSeconds(30) }).Codes().ShouldBe(["check.sum.duration"]);

    [Fact]
    public void Rounding_to_the_wire_and_to_the_plan_file_is_no_change()
    {
        var shaken = Good.WithField(f => f with { Swaths = [.. f.Swaths.Select(s => s with { Start = s.Start + new LocalVector(0.0001, -0.0001) })] });
        PlanCheck.Of(shaken).AllFindings.ShouldBeEmpty();
    }
}
