using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>Points 8 to 14.</summary>
public abstract class TransferPoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    [Fact]
    public async Task Point_08_items_are_asked_for_with_mission_request_once_a_second_and_given_up_after_eight()
    {
        var ground = await OnGroundAsync();
        ground.Vehicle.Pace(2);
        ground.Run(2);
        var mark = ground.Heard.Count;
        ground.Announce(3);
        var ack = ground.Await<MissionAck>(mark);
        var asked = ground.Timed<MissionRequest>(mark).Select(r => r.AtS).ToList();
        var gaps = asked.Skip(1).Zip(asked, (b, a) => b - a).ToList();
        var gaveUpS = ground.Timed<MissionAck>(mark).First().AtS - asked[0];
        Note(8, $"{asked.Count} requests, {gaps.Average():F2} s apart, given up after {gaveUpS:F2} s");
        ground.Vehicle.Pace(SitlUnderTest.CruiseSpeedUp);
        ack.Type.ShouldBe(MavMissionResult.OperationCancelled);
        gaps.ShouldAllBe(g => g > 0.9 && g < 1.2);
        gaveUpS.ShouldBe(8, 0.3);
        ground.All<MissionRequestInt>(mark).ShouldBeEmpty();
    }

    [Fact]
    public async Task Point_08_a_wrong_sequence_number_gets_13_and_the_transfer_goes_on()
    {
        var ground = await OnGroundAsync();
        var items = ground.Places(3);
        var mark = ground.Heard.Count;
        ground.Announce(3);
        ground.Await<MissionRequest>(mark);
        ground.SendItem(items, 2);
        ground.Await<MissionAck>(mark).Type.ShouldBe(MavMissionResult.InvalidSequence);
        for (var i = 0; i < 3; i++) ground.SendItem(items, i);
        ground.Await<MissionAck>(mark, a => a.Type != MavMissionResult.InvalidSequence).Type.ShouldBe(MavMissionResult.Accepted);
    }

    [Fact]
    public async Task Point_08_another_station_s_request_gets_14_while_one_uploads()
    {
        var ground = await OnGroundAsync();
        var other = new PacketSender(254, 190);
        var mark = ground.Heard.Count;
        ground.Announce(3);
        ground.Await<MissionRequest>(mark);
        ground.SendAs(other, new MissionRequestList { TargetSystem = 1, TargetComponent = 1 });
        var denied = ground.Await<MissionAck>(mark);
        ground.Await<MissionAck>(mark, a => a.TargetSystem == 255);
        denied.Type.ShouldBe(MavMissionResult.Denied);
        denied.TargetSystem.ShouldBe((byte)254);
    }

    [Fact]
    public async Task Point_09_an_abandoned_upload_leaves_new_items_before_old_ones()
    {
        var ground = await OnGroundAsync();
        ground.Upload(ground.Places(23, eastM: 1)).ShouldBe(MavMissionResult.Accepted);
        var fresh = ground.Places(23, eastM: 2);
        var mark = ground.Heard.Count;
        ground.Announce(23);
        for (var i = 0; i < 19; i++)
        {
            var seq = i;
            ground.Await<MissionRequest>(mark, r => r.Seq == seq);
            ground.SendItem(fresh, i);
        }

        ground.Await<MissionAck>(mark).Type.ShouldBe(MavMissionResult.OperationCancelled);
        var kept = ground.Download();
        kept.Count.ShouldBe(23);
        kept.Skip(1).Count(i => i.Y == fresh[1].Y).ShouldBe(18);
        kept.Count(i => i.Y == ground.Waypoint(1, 0).Y).ShouldBe(4);
        Note(9, $"19 of 23 items sent: {kept.Skip(1).Count(i => i.Y == fresh[1].Y) + 1} new, 4 old");
    }

    [Fact]
    public async Task Point_10_item_nought_is_home_whatever_is_put_there_and_is_not_in_the_total()
    {
        var ground = await FreshAsync();
        ground.AwaitPosition();
        ground.Upload([Missions.Takeoff(), ground.Waypoint(0, 9)]).ShouldBe(MavMissionResult.Accepted);
        var kept = ground.Download();
        kept.Count.ShouldBe(2);
        kept[0].Command.ShouldBe(MavCmd.NavWaypoint);
        kept[0].X.ShouldBeInRange(320500000 - 20, 320500000 + 20);
        ground.Run(1);
        ground.Ask<MissionCurrent>().Total.ShouldBe((ushort)1);
    }

    [Fact]
    public async Task Point_11_storage_loses_a_little()
    {
        var ground = await OnGroundAsync();
        var place = ground.Waypoint(0, 5, 2.345f);
        place.Param1 = 2.9f;
        place.Frame = (MavFrame)6;
        var absolute = ground.Waypoint(0, 6, 7);
        absolute.Frame = (MavFrame)5;
        ground.Upload([place, place, absolute, Missions.Do(MavCmd.DoSprayer, 1)]).ShouldBe(MavMissionResult.Accepted);
        var kept = ground.Download();
        kept[1].Z.ShouldBe(2.34f, 1e-5f);
        kept[1].Param1.ShouldBe(2);
        ((int)kept[1].Frame).ShouldBe(3);
        (kept[1].X, kept[1].Y).ShouldBe((place.X, place.Y));
        ((int)kept[2].Frame).ShouldBe(0);
        ((int)kept[3].Frame).ShouldBe(0);
    }

    [Fact]
    public async Task Point_12_650_items_fit_and_one_more_leaves_the_old_mission()
    {
        var ground = await OnGroundAsync();
        var beganS = ground.NowS;
        ground.Upload(ground.Places(650)).ShouldBe(MavMissionResult.Accepted);
        Note(12, $"650 items in {ground.NowS - beganS:F1} s of its time");
        ground.Upload(ground.Places(651)).ShouldBe(MavMissionResult.NoSpace);
        ground.Count().ShouldBe(650);
    }

    [Fact]
    public async Task Point_12_46_rally_points_and_a_fence_of_70_items_less_the_head_of_its_polygon_fit()
    {
        var ground = await OnGroundAsync();
        List<MissionItemInt> Rallies(int n) => Enumerable.Range(0, n).Select(i => ground.Waypoint(0, i, 10, MavCmd.NavRallyPoint)).ToList();
        List<MissionItemInt> Corners(int n) => Enumerable.Range(0, n).Select(i => ground.Corner(50 * Math.Cos(i * 6.28 / n), 50 * Math.Sin(i * 6.28 / n), n)).ToList();
        ground.Upload(Rallies(46), MavMissionType.Rally).ShouldBe(MavMissionResult.Accepted);
        ground.Upload(Rallies(47), MavMissionType.Rally).ShouldBe(MavMissionResult.NoSpace);
        var mark = ground.Heard.Count;
        ground.Upload(Corners(71), MavMissionType.Fence).ShouldBe(MavMissionResult.NoSpace);
        ground.Upload(Corners(70), MavMissionType.Fence).ShouldBe(MavMissionResult.Error, "a polygon's head takes the place of the 70th corner");
        ground.Run(1);
        Note(12, $"a polygon of 71 and of 70 corners: {string.Join(" | ", ground.Texts(mark).Where(t => !t.Contains("EKF", StringComparison.Ordinal)))}");
        ground.Texts(mark).ShouldContain("Fence exceeds storage size");
        ground.Upload(Corners(69), MavMissionType.Fence).ShouldBe(MavMissionResult.Accepted);
        ground.Count(MavMissionType.Fence).ShouldBe(69);
    }

    [Fact]
    public async Task Point_12_a_memory_card_holds_2000_items_and_a_polygon_of_255_corners_after_a_reboot()
    {
        var ground = await FreshAsync();
        ground.SetParameter("BRD_SD_MISSION", 64);
        ground.SetParameter("BRD_SD_FENCE", 16);
        ground.Upload(ground.Places(1000)).ShouldBe(MavMissionResult.NoSpace);
        ground.Run(1);
        ground.Reboot();
        ground.Upload(ground.Places(2000)).ShouldBe(MavMissionResult.Accepted);
        ground.Count().ShouldBe(2000);
        List<MissionItemInt> Corners(int n) => Enumerable.Range(0, n).Select(i => ground.Corner(50 * Math.Cos(i * 6.28 / n), 50 * Math.Sin(i * 6.28 / n), n)).ToList();
        ground.Upload(Corners(255), MavMissionType.Fence).ShouldBe(MavMissionResult.Accepted);
        ground.Upload(Corners(256), MavMissionType.Fence).ShouldNotBe(MavMissionResult.Accepted);
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
    public async Task Point_13_each_bad_item_has_its_own_result(string what, MavMissionResult result)
    {
        var ground = await OnGroundAsync();
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
            default: item = Missions.Do(MavCmd.DoJump, 9, 1); break;
        }

        ground.Upload([ground.Waypoint(0, 0), item]).ShouldBe(result);
    }

    [Fact]
    public async Task Point_13_a_bad_fence_gets_1_and_a_text()
    {
        var ground = await OnGroundAsync();
        var mark = ground.Heard.Count;
        ground.Upload([ground.Corner(0, 0, 4), ground.Corner(9, 0, 4), ground.Corner(0, 9, 4)], MavMissionType.Fence).ShouldBe(MavMissionResult.Error);
        ground.Run(2);
        Note(13, $"bad fence: {string.Join(" | ", ground.Texts(mark))}");
        ground.Texts(mark).ShouldContain("Fence validation failed");
    }

    [Fact]
    public async Task Point_14_a_mission_being_flown_cannot_be_cleared_but_uploaded_anew_and_begins_its_leg_again()
    {
        var ground = await FreshAsync();
        ground.FlyToMidSwath(5);
        var items = ground.Download();
        var mark = ground.Heard.Count;
        ground.Send(new MissionClearAll { TargetSystem = 1, TargetComponent = 1 });
        ground.Await<MissionAck>(mark).Type.ShouldBe(MavMissionResult.Error);
        ground.Count().ShouldBe(11 - 1);
        mark = ground.Heard.Count;
        ground.Upload(items).ShouldBe(MavMissionResult.Accepted);
        var slowest = 99.0;
        ground.EachStep = () => slowest = Math.Min(slowest, ground.Flown.SpeedMps);
        ground.Run(3);
        ground.Flown.Mode.ShouldBe(FirmwareSim.FlightMode.Auto);
        Note(14, $"slowest after re-upload {slowest:F1} m/s; {ground.Texts(mark).Count(t => t.StartsWith("Mission:", StringComparison.Ordinal))} texts for {items.Count} items");
        slowest.ShouldBeLessThan(4.5);
    }

    public sealed class OnSimulator(Airfield field) : TransferPoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : TransferPoints(field, VehicleKind.Sitl);
}
