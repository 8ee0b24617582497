using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Paddies whose long sides bend: swaths bend with them.</summary>
public sealed class BentSwathTests
{
    /// <summary>20 m wide and 2 x 100 m long; both long sides turn by 10 degrees in the middle, where the field is cut along the line that halves the corner.</summary>
    private const string Bent = "POLYGON ((0 0, 100 0, 198.4808 17.3648, 195.0078 37.0610, 98.2502 20, 0 20, 0 0))";

    private static readonly double TurnRad = 10 * Math.PI / 180;

    [Fact]
    public void Four_bent_swaths_cover_a_bent_paddy_with_three_turns()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(Bent)));
        plan.ShouldHold();
        var swaths = plan.Fields[0].Swaths;
        swaths.Count.ShouldBe(8);
        swaths.Zip(swaths.Skip(1)).Count(pair => pair.First.End != pair.Second.Start).ShouldBe(3);
        swaths.ShouldAllBe(s => s.LengthM > 90 && s.Kind == SwathKind.Mainland);
    }

    [Fact]
    public void At_a_bend_a_triangle_is_wetted_twice_inside_and_one_as_large_stays_dry_outside()
    {
        var report = Lab.Plan(Lab.Farm(Lab.Field(Bent))).ShouldHold();
        var triangleM2 = 2.5 * 2.5 * Math.Tan(TurnRad / 2);
        report.DoubledM2.ShouldBe(4 * triangleM2, 0.3);

        // Besides the triangles only hairs along the edges stay dry.
        (report.AreaM2 - report.CoveredM2).ShouldBeLessThan((4 * triangleM2) + 2.5);
    }

    [Fact]
    public void The_sprayer_stays_on_round_a_bend_and_goes_off_at_the_end_of_the_swath()
    {
        // Round the bend the boom is turned along the new piece, in the air and with the pump on.
        var all = Lab.Plan(Lab.Farm(Lab.Field(Bent))).Missions[0].Items;
        all.Count(i => i.Command == MissionCommand.Yaw).ShouldBeInRange(4, 5);
        var items = all.Where(i => i.Command != MissionCommand.Yaw).ToList();
        items.Count(i => i is { Command: MissionCommand.Sprayer, Param1: 1 }).ShouldBe(4);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Command: MissionCommand.Sprayer, Param1: 1 }) continue;
            items[i + 1].Command.ShouldBe(MissionCommand.Waypoint);
            items[i + 2].Command.ShouldBe(MissionCommand.Waypoint);
            items[i + 3].ShouldBe(MissionItem.Sprayer(on: false));
        }
    }

    [Fact]
    public void A_straight_paddy_has_no_bent_swath()
    {
        var swaths = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 20, 0 20, 0 0))"))).Fields[0].Swaths;
        swaths.Count.ShouldBe(4);
        swaths.Zip(swaths.Skip(1)).ShouldAllBe(pair => pair.First.End != pair.Second.Start);
    }

    [Fact]
    public void Two_arms_that_meet_at_a_right_angle_are_each_sprayed_along_themselves()
    {
        // Arms of 10 m by 100 m: along one direction the other arm would need twenty swaths.
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 10, 10 10, 10 100, 0 100, 0 0))")));
        var report = plan.ShouldHold();
        plan.Fields[0].Swaths.Count.ShouldBeLessThan(7);
        (report.CoveredM2 / report.AreaM2).ShouldBeGreaterThan(0.98);
        plan.Fields[0].Cells.Select(c => Math.Round(c.Direction.Degrees) % 180).Distinct().Count().ShouldBe(2);
    }
}
