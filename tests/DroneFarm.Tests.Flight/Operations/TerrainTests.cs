using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Exchanges.Heights;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;
using MissionItem = DroneFarm.Core.Planning.MissionItem;

namespace DroneFarm.Tests.Flight.Operations;

/// <summary>Heights over the terrain on the wire and before take-off.</summary>
public sealed class TerrainTests
{
    private static readonly GeoPoint Place = new(LatitudeDeg: 32.05, LongitudeDeg: 120.8);
    private static readonly DateTimeOffset Now = new(2026, 6, 20, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(AltitudeDatum.Home, MavFrame.GlobalRelativeAlt)]
    [InlineData(AltitudeDatum.Terrain, MavFrame.GlobalTerrainAlt)]
    [InlineData(AltitudeDatum.Sea, MavFrame.Global)]
    public void A_waypoint_goes_out_in_its_frame_and_comes_back_over_the_same_ground(AltitudeDatum datum, MavFrame frame)
    {
        var item = MissionItem.Waypoint(Place, 3, datum);
        var wire = WireItem.Of(item);
        wire.Frame.ShouldBe(frame);
        wire.ToItem().ShouldBe(item);
    }

    [Fact]
    public void A_vehicle_that_holds_a_terrain_waypoint_over_home_does_not_hold_what_was_sent()
    {
        var sent = WireItem.Of(MissionItem.Waypoint(Place, 3, AltitudeDatum.Terrain));
        string? Difference(MavFrame held) => StoredItems.FirstDifference(MavMissionType.Mission, [WireItem.HomeSlot(Place), sent], [WireItem.HomeSlot(Place), sent with { Frame = held }]);
        Difference((MavFrame)11).ShouldBeNull();
        Difference(MavFrame.GlobalRelativeAlt).ShouldBe("item 1: frame 3 instead of 10");
    }

    /// <summary>Blocks it waits for, what it knows of the ground below (null: nothing was heard), whether we answer it, and whether its requests found a gap.</summary>
    [Theory]
    [InlineData(0, 5.0, true, false, CheckVerdict.Holds, "flight.check.terrain")]
    [InlineData(0, 5.0, false, false, CheckVerdict.Holds, "flight.check.terrain")]
    [InlineData(1, 5.0, true, false, CheckVerdict.Unknown, "flight.check.terrain-pending")]
    [InlineData(1, 5.0, true, true, CheckVerdict.Unknown, "flight.check.terrain-gap")]
    [InlineData(1, 5.0, false, false, CheckVerdict.Unknown, "flight.check.terrain-unserved")]
    [InlineData(0, double.NaN, true, false, CheckVerdict.Unknown, "flight.check.terrain-none-here")]
    [InlineData(0, null, true, false, CheckVerdict.Unknown, "flight.check.terrain-unreported")]
    public void The_checklist_shows_the_ground_as_known_only_when_the_vehicle_has_all_heights_that_it_wants(
        int pending, double? groundM, bool served, bool gap, CheckVerdict verdict, string text)
    {
        var ground = groundM is { } known ? new Reading<KnownGround>(new(pending, 504, double.IsNaN(known) ? null : known), Now) : (Reading<KnownGround>?)null;
        var item = Items(AltitudeDatum.Terrain, new TerrainSource(true, true), ground, served ? new HeightCounts(1, 56, gap ? Place : null) : null).Single(i => i.Code == CheckCode.Terrain);
        (item.Verdict, item.Text.Key).ShouldBe((verdict, text));
    }

    /// <summary>A hill 200 m west of the field, up to 12 m high: it is of no matter to a sortie from the field's edge, and under the way home of one from 400 m to the west.</summary>
    [Fact]
    public void The_highest_ground_under_the_ways_home_is_that_between_the_swaths_and_the_take_off()
    {
        var plan = Missions.Plan(1);
        var (sortie, frame) = (plan.Sorties[0], plan.Farm.Frame);
        var far = sortie with { From = sortie.From with { Place = sortie.From.Place - new LocalVector(400, 0) }, To = sortie.To with { Place = sortie.From.Place - new LocalVector(400, 0) } };
        var hill = frame.ToGeo(sortie.From.Place - new LocalVector(200, 0));
        double? GroundM(GeoPoint at) => 100 + Math.Max(0, 12 - (new LocalFrame(hill).ToLocal(at).DistanceM(default) / 8));
        HighGround.Of(sortie, frame, GroundM).ShouldNotBeNull().RiseM.ShouldBe(0, 1e-9);
        var high = HighGround.Of(far, frame, GroundM).ShouldNotBeNull();
        high.RiseM.ShouldBeInRange(8, 12);
        new LocalFrame(hill).ToLocal(high.At).DistanceM(default).ShouldBeLessThan(40);
        HighGround.Of(sortie, frame, _ => null).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.1, CheckVerdict.Holds, "flight.check.terrain")]
    [InlineData(-0.1, CheckVerdict.Fails, "flight.check.terrain-high")]
    public void A_way_home_nearer_to_the_ground_than_a_swath_is_not_taken_off_for(double moreM, CheckVerdict verdict, string text)
    {
        var high = new HighGround(Place, Missions.Job.TransitHeightM - Missions.Job.HeightM - moreM);
        var item = Items(AltitudeDatum.Terrain, new TerrainSource(true, true), new(new(0, 504, 5), Now), high: high).Single(i => i.Code == CheckCode.Terrain);
        (item.Verdict, item.Text.Key).ShouldBe((verdict, text));
    }

    [Fact]
    public void What_the_vehicle_said_of_the_ground_four_seconds_ago_is_unknown()
    {
        CheckItem At(double ageS) => Items(AltitudeDatum.Terrain, new TerrainSource(true, true), new(new(0, 504, 5), Now.AddSeconds(-ageS))).Single(i => i.Code == CheckCode.Terrain);
        At(1).Verdict.ShouldBe(CheckVerdict.Holds);
        At(4).Verdict.ShouldBe(CheckVerdict.Unknown);
    }

    [Theory]
    [InlineData(100, 41.5f, 41.5)]
    [InlineData(0, 0f, null)]
    public void A_report_without_a_spacing_knows_no_height(int spacing, float heightM, double? groundM)
    {
        var packet = Packets.Of(new TerrainReport { Spacing = (ushort)spacing, TerrainHeight = heightM, Pending = 7, Loaded = 9 }, 1, 1);
        new VehicleState(new VehicleId(1)).After(packet, Now).Ground.ShouldBe(new Reading<KnownGround>(new(7, 9, groundM), Now));
    }

    [Theory]
    [InlineData(true, true, CheckVerdict.Holds, "flight.check.terrain")]
    [InlineData(false, true, CheckVerdict.Fails, "flight.check.terrain-disabled")]
    [InlineData(true, false, CheckVerdict.Fails, "flight.check.terrain-no-rangefinder")]
    public void The_checklist_of_a_terrain_job_asks_for_terrain_data_and_a_rangefinder(bool enabled, bool rangefinder, CheckVerdict verdict, string text)
    {
        var item = Items(AltitudeDatum.Terrain, new TerrainSource(enabled, rangefinder), new(new(0, 504, 5), Now)).Single(i => i.Code == CheckCode.Terrain);
        (item.Verdict, item.Text.Key).ShouldBe((verdict, text));
    }

    [Fact]
    public void A_vehicle_that_did_not_answer_is_unknown_and_somebody_may_answer_for_it()
    {
        Items(AltitudeDatum.Terrain, null).Single(i => i.Code == CheckCode.Terrain).Verdict.ShouldBe(CheckVerdict.Unknown);
        Items(AltitudeDatum.Terrain, null, overrides: [CheckCode.Terrain]).Single(i => i.Code == CheckCode.Terrain).Verdict.ShouldBe(CheckVerdict.Overridden);
    }

    [Fact]
    public void A_job_over_home_has_no_such_item() => Items(null, null).ShouldNotContain(i => i.Code == CheckCode.Terrain);

    [Fact]
    public void The_preset_of_a_terrain_job_believes_the_rangefinder_and_keeps_the_way_home_over_home()
    {
        var sortie = Missions.Plan(1).Sorties[0];
        SprayPreset Of(AltitudeDatum? datum) => SprayPreset.For(Missions.Sprayer, Missions.Job with { HeightDatum = datum }, new PumpCalibration(4), sortie);
        Of(AltitudeDatum.Terrain).Settings.Where(s => s.Name is "WPNAV_RFND_USE" or "RTL_ALT_TYPE").Select(s => (s.Name, s.Value)).ShouldBe([("WPNAV_RFND_USE", 1f), ("RTL_ALT_TYPE", 0f)]);
        Of(null).Settings.ShouldNotContain(s => s.Name == "WPNAV_RFND_USE" || s.Name == "RTL_ALT_TYPE");
    }

    private static IReadOnlyList<CheckItem> Items(
        AltitudeDatum? datum, TerrainSource? terrain, Reading<KnownGround>? ground = null, HeightCounts? heights = null, HighGround? high = null, params CheckCode[] overrides)
    {
        var plan = Missions.Plan(1);
        plan = plan with { Job = plan.Job with { HeightDatum = datum } };
        var facts = new PreflightFacts(plan, plan.Sorties[0], new PumpCalibration(4), null, null, true, true, Place, overrides.ToHashSet(), Terrain: terrain, Heights: heights, HighGround: high);
        return Checklist.Of(new VehicleState(new VehicleId(1)) { Ground = ground }, facts, Now);
    }
}
