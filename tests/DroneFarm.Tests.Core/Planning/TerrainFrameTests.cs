using DroneFarm.Core.Checking;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>A job whose heights are over the terrain: waypoints follow the ground, take-off, way home and landing stay over home.</summary>
public sealed class TerrainFrameTests
{
    private static readonly Job OverTerrain = Lab.Job with { HeightDatum = AltitudeDatum.Terrain };
    private static readonly Lazy<Plan> Relative = new(() => Planned(null)), Terrain = new(() => Planned(AltitudeDatum.Terrain));

    [Fact]
    public void Every_waypoint_of_swaths_and_transits_is_over_the_terrain_and_all_else_over_home()
    {
        Terrain.Value.ShouldHold();
        foreach (var mission in Terrain.Value.Missions)
        {
            mission.Items.Count(i => i.Command == MissionCommand.Waypoint).ShouldBeGreaterThan(20);
            mission.Items.Concat(mission.Fence).Concat(mission.RallyPoints).ShouldAllBe(i => (i.Datum == AltitudeDatum.Terrain) == (i.Command == MissionCommand.Waypoint));
        }

        Terrain.Value.Codes().ShouldContain("plan.height.terrain");
    }

    [Fact]
    public void But_for_the_datum_the_missions_are_those_of_the_relative_job()
    {
        Relative.Value.Missions.SelectMany(m => m.Items).ShouldAllBe(i => i.Datum == AltitudeDatum.Home);
        Relative.Value.Codes().ShouldNotContain("plan.height.terrain");
        Terrain.Value.Missions.SelectMany(m => m.Items.Select(i => i with { Datum = AltitudeDatum.Home })).ShouldBe(Relative.Value.Missions.SelectMany(m => m.Items));
    }

    [Theory]
    [InlineData(MissionCommand.Waypoint, AltitudeDatum.Home)]
    [InlineData(MissionCommand.Waypoint, AltitudeDatum.Sea)]
    [InlineData(MissionCommand.Takeoff, AltitudeDatum.Terrain)]
    [InlineData(MissionCommand.LandStart, AltitudeDatum.Terrain)]
    [InlineData(MissionCommand.RallyPoint, AltitudeDatum.Terrain)]
    public void A_single_item_over_another_ground_is_found(MissionCommand command, AltitudeDatum datum)
    {
        var changed = false;
        IReadOnlyList<MissionItem> Change(IReadOnlyList<MissionItem> items) => [.. items.Select(i =>
        {
            if (changed || i.Command != command) return i;
            changed = true;
            return i with { Datum = datum };
        })];
        var plan = Terrain.Value with { Missions = [.. Terrain.Value.Missions.Select(m => m with { Items = Change(m.Items), RallyPoints = Change(m.RallyPoints) })] };
        changed.ShouldBeTrue();
        PlanCheck.Of(plan).AllFindings.Select(f => f.Code).ShouldContain("check.mission.datum");
    }

    [Fact]
    public void A_terrain_mission_for_a_relative_job_is_found_and_the_other_way_round()
    {
        PlanCheck.Of(Terrain.Value with { Job = Lab.Job }).AllFindings.Select(f => f.Code).ShouldContain("check.mission.datum");
        PlanCheck.Of(Relative.Value with { Job = OverTerrain }).AllFindings.Select(f => f.Code).ShouldContain("check.mission.datum");
    }

    private static Plan Planned(AltitudeDatum? datum) =>
        Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))"), Lab.Field("POLYGON ((110 0, 180 0, 180 50, 110 50, 110 0))", "2")), job: OverTerrain with { HeightDatum = datum });
}
