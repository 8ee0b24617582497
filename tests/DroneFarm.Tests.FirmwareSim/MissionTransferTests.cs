using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>Points 8 to 14 of ARDUPILOT.md.</summary>
public sealed class MissionTransferTests
{
    private static GroundStation Started(params (string Name, double Value)[] parameters)
    {
        var ground = GroundStation.Of(null, parameters);
        ground.Run(2);
        return ground;
    }

    private static List<MissionItemInt> Places(GroundStation ground, int count, double eastM = 0) =>
        Enumerable.Range(0, count).Select(i => ground.Waypoint(eastM, i)).ToList();

    [Fact]
    public void Items_are_asked_for_with_MISSION_REQUEST_once_a_second_and_given_up_after_eight()
    {
        var ground = Started();
        ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 3 });
        var began = ground.NowS;
        ground.Run(10);
        var asked = ground.Timed<MissionRequest>().Select(r => Math.Round(r.AtS - began, 1)).ToList();
        asked.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
        var ack = ground.Timed<MissionAck>().Single();
        ack.Message.Type.ShouldBe(MavMissionResult.OperationCancelled);
        (ack.AtS - began).ShouldBe(8, 0.1);
    }

    [Fact]
    public void A_wrong_sequence_number_is_refused_and_the_transfer_goes_on()
    {
        var ground = Started();
        var items = Places(ground, 3);
        ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 3 });
        ground.SendItem(items, 2);
        ground.All<MissionAck>().Last().Type.ShouldBe(MavMissionResult.InvalidSequence);
        for (var i = 0; i < 3; i++) ground.SendItem(items, i);
        ground.All<MissionAck>().Last().Type.ShouldBe(MavMissionResult.Accepted);
    }

    [Fact]
    public void Another_station_is_denied_while_one_uploads()
    {
        var ground = Started();
        var other = new GroundStation(ground.Sprayer, systemId: 254);
        ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 3 });
        other.Send(new MissionRequestList { TargetSystem = 1, TargetComponent = 1 });
        other.All<MissionAck>().Last().Type.ShouldBe(MavMissionResult.Denied);
        other.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 1 });
        other.All<MissionAck>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_broken_upload_leaves_new_items_before_old_ones()
    {
        var ground = Started();
        ground.Upload(Places(ground, 23, eastM: 1)).ShouldBe(MavMissionResult.Accepted);
        var fresh = Places(ground, 23, eastM: 2);
        ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 23 });
        for (var i = 0; i < 19; i++) ground.SendItem(fresh, i);
        ground.Run(9);
        var kept = ground.Download();
        kept.Count.ShouldBe(23);
        kept.Skip(1).Count(i => i.Y == fresh[1].Y).ShouldBe(18);
        kept.Count(i => i.Y == ground.Waypoint(1, 0).Y).ShouldBe(4);
    }

    [Fact]
    public void Slot_nought_is_home_whatever_is_put_there()
    {
        var ground = Started();
        ground.Upload([GroundStation.Takeoff(), ground.Waypoint(0, 9)]).ShouldBe(MavMissionResult.Accepted);
        var kept = ground.Download();
        kept[0].Command.ShouldBe(MavCmd.NavWaypoint);
        (kept[0].X, kept[0].Y).ShouldBe((320500000, 1208200000));
        ground.Ask<MissionCurrent>().Total.ShouldBe((ushort)1);
    }

    [Fact]
    public void Storage_loses_a_little()
    {
        var ground = Started();
        var place = ground.Waypoint(0, 5, 2.345f);
        place.Param1 = 2.9f;
        place.Frame = (MavFrame)6;
        var absolute = ground.Waypoint(0, 6, 7);
        absolute.Frame = (MavFrame)5;
        ground.Upload([place, place, absolute, GroundStation.Do(MavCmd.DoSprayer, 1)]).ShouldBe(MavMissionResult.Accepted);
        var kept = ground.Download();
        kept[1].Z.ShouldBe(2.34f, 1e-6f);
        kept[1].Param1.ShouldBe(2);
        ((int)kept[1].Frame).ShouldBe(3);
        (kept[1].X, kept[1].Y).ShouldBe((place.X, place.Y));
        ((int)kept[2].Frame).ShouldBe(0);
        ((int)kept[3].Frame).ShouldBe(0);
    }

    [Fact]
    public void Six_hundred_and_fifty_items_fit_and_one_more_leaves_the_old_mission()
    {
        var ground = Started();
        ground.Upload(Places(ground, 650)).ShouldBe(MavMissionResult.Accepted);
        ground.Upload(Places(ground, 651)).ShouldBe(MavMissionResult.NoSpace);
        ground.Download().Count.ShouldBe(650);
    }

    [Fact]
    public void A_memory_card_holds_two_thousand_items_after_a_reboot()
    {
        var ground = Started(("BRD_SD_MISSION", 0));
        ground.SetParameter("BRD_SD_MISSION", 64);
        ground.Upload(Places(ground, 2000)).ShouldBe(MavMissionResult.NoSpace);
        ground.Sprayer.Reboot();
        ground.Run(3);
        ground.Upload(Places(ground, 2000)).ShouldBe(MavMissionResult.Accepted);
    }

    [Fact]
    public void Forty_six_rally_points_and_a_fence_polygon_of_69_corners_fit()
    {
        var ground = Started();
        List<MissionItemInt> Rallies(int n) => Enumerable.Range(0, n).Select(i => ground.Waypoint(0, i, 10, MavCmd.NavRallyPoint)).ToList();
        List<MissionItemInt> Corners(int n) => Enumerable.Range(0, n).Select(i => Corner(ground, 50 * Math.Cos(i * 6.28 / n), 50 * Math.Sin(i * 6.28 / n), n)).ToList();
        ground.Upload(Rallies(46), MavMissionType.Rally).ShouldBe(MavMissionResult.Accepted);
        ground.Upload(Rallies(47), MavMissionType.Rally).ShouldBe(MavMissionResult.NoSpace);
        ground.Upload(Corners(69), MavMissionType.Fence).ShouldBe(MavMissionResult.Accepted);
        ground.Upload(Corners(70), MavMissionType.Fence).ShouldBe(MavMissionResult.Error);
        ground.Texts().Last().ShouldBe("Fence exceeds storage size");
        ground.Upload(Corners(71), MavMissionType.Fence).ShouldBe(MavMissionResult.NoSpace);
        ground.Download(MavMissionType.Fence).Count.ShouldBe(69);
    }

    [Theory]
    [InlineData("command", MavMissionResult.Unsupported)]
    [InlineData("frame", MavMissionResult.UnsupportedFrame)]
    [InlineData("latitude", MavMissionResult.InvalidParam5X)]
    [InlineData("altitude NaN", MavMissionResult.InvalidParam7)]
    [InlineData("altitude 1e6", MavMissionResult.InvalidParam7)]
    [InlineData("p1 NaN", MavMissionResult.InvalidParam1)]
    [InlineData("p4 NaN", MavMissionResult.Accepted)]
    [InlineData("jump", MavMissionResult.Error)]
    public void Each_bad_item_has_its_own_result(string what, MavMissionResult result)
    {
        var ground = Started();
        var item = ground.Waypoint(0, 5);
        switch (what)
        {
            case "command": item.Command = (MavCmd)31000; break;
            case "frame": item.Frame = (MavFrame)1; break;
            case "latitude": item.X = 910_000_000; break;
            case "altitude NaN": item.Z = float.NaN; break;
            case "altitude 1e6": item.Z = 1e6f; break;
            case "p1 NaN": item.Param1 = float.NaN; break;
            case "p4 NaN": item.Param4 = float.NaN; break;
            default: item = GroundStation.Do(MavCmd.DoJump, 9, 1); break;
        }

        ground.Upload([ground.Waypoint(0, 0), item]).ShouldBe(result);
    }

    [Fact]
    public void A_bad_fence_is_refused_with_a_text_and_the_old_one_stays()
    {
        var ground = Started();
        MissionItemInt[] good = [Corner(ground, 0, 0, 3), Corner(ground, 9, 0, 3), Corner(ground, 0, 9, 3)];
        ground.Upload(good, MavMissionType.Fence).ShouldBe(MavMissionResult.Accepted);
        ground.Upload([Corner(ground, 0, 0, 4), Corner(ground, 9, 0, 4), Corner(ground, 0, 9, 4)], MavMissionType.Fence).ShouldBe(MavMissionResult.Error);
        ground.Texts().TakeLast(2).ShouldBe(["Incorrect item count", "Fence validation failed"]);
        ground.Download(MavMissionType.Fence).Count.ShouldBe(3);
    }

    [Fact]
    public void A_mission_being_flown_cannot_be_cleared()
    {
        var ground = SprayerTests.SprayingAt(5);
        ground.Send(new MissionClearAll { TargetSystem = 1, TargetComponent = 1 });
        ground.All<MissionAck>().Last().Type.ShouldBe(MavMissionResult.Error);
        ground.Download().Count.ShouldBe(10);
    }

    [Fact]
    public void Uploading_while_flying_is_accepted_and_begins_the_leg_anew_with_every_item()
    {
        var ground = SprayerTests.SprayingAt(5);
        var mark = ground.Heard.Count;
        var items = ground.Download();
        ground.Upload(items).ShouldBe(MavMissionResult.Accepted);
        ground.Run(0.1);
        ground.Mode.ShouldBe(FlightMode.Auto);
        ground.Texts(mark).ShouldContain("Mission: 6 WP");
        ground.Run(2);
        ground.Sprayer.Truth.GroundSpeedMps.ShouldBeLessThan(4);
    }

    internal static MissionItemInt Corner(GroundStation ground, double eastM, double northM, int of, bool inside = true)
    {
        var corner = ground.Waypoint(eastM, northM, 0, inside ? MavCmd.NavFencePolygonVertexInclusion : MavCmd.NavFencePolygonVertexExclusion);
        corner.Param1 = of;
        return corner;
    }
}
