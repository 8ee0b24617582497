using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;
using MissionItem = DroneFarm.Core.Planning.MissionItem;

namespace DroneFarm.Tests.Flight.Exchanges;

/// <summary>The ways in which an upload goes wrong, one by one: more than QGroundControl injects into its own.</summary>
public sealed class MissionUploadTests
{
    private readonly Bench bench = new();
    private readonly MissionUpload upload = new(MavMissionType.Mission, [.. Enumerable.Range(0, 3).Select(_ => WireItem.Of(MissionItem.Sprayer(on: false)))]);

    public MissionUploadTests() => bench.Start(upload);

    [Fact]
    public void Items_go_out_as_they_are_asked_for_by_either_message_and_the_last_ack_ends_it()
    {
        bench.Says(Request(0)).Says(RequestInt(1)).Says(Request(2)).Says(Ack(MavMissionResult.Accepted));
        bench.Sent<MissionItemInt>().Select(i => (int)i.Seq).ShouldBe([0, 1, 2]);
        upload.Result.ShouldBe(new UploadResult(TransferOutcome.Done, MavMissionResult.Accepted, 3));
    }

    [Fact]
    public void A_vehicle_that_never_asks_is_told_the_count_again_until_15_seconds()
    {
        bench.Passes(15.1);
        upload.Result.Outcome.ShouldBe(TransferOutcome.TimedOut);
        bench.Sent<MissionCount>().Count.ShouldBeInRange(12, 25);
    }

    [Fact]
    public void An_item_without_an_answer_is_sent_again()
    {
        bench.Says(Request(0)).Passes(2);
        bench.Sent<MissionItemInt>().Count(i => i.Seq == 0).ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_vehicle_that_falls_silent_half_way_leaves_an_interrupted_upload()
    {
        bench.Says(Request(0)).Says(Request(1)).Passes(16);
        upload.Result.Outcome.ShouldBe(TransferOutcome.Interrupted);
    }

    [Fact]
    public void An_item_may_be_asked_for_twice_and_out_of_order()
    {
        bench.Says(Request(0)).Says(Request(1)).Says(Request(0)).Says(Request(1)).Says(Request(2)).Says(Ack(MavMissionResult.Accepted));
        bench.Sent<MissionItemInt>().Select(i => (int)i.Seq).ShouldBe([0, 1, 0, 1, 2]);
        upload.Result.Outcome.ShouldBe(TransferOutcome.Done);
    }

    [Fact]
    public void A_late_ack_of_an_earlier_clear_is_no_success()
    {
        bench.Says(Ack(MavMissionResult.Accepted)).Says(Request(0)).Says(Ack(MavMissionResult.Accepted)).Says(Request(1)).Says(Ack(MavMissionResult.Accepted));
        upload.IsDone.ShouldBeFalse();
    }

    [Fact]
    public void The_ack_of_another_list_is_no_success()
    {
        bench.Says(Request(0)).Says(Request(1)).Says(Request(2)).Says(Ack(MavMissionResult.Accepted, MavMissionType.Fence));
        upload.IsDone.ShouldBeFalse();
    }

    [Fact]
    public void A_stray_invalid_sequence_changes_nothing()
    {
        bench.Says(Request(0)).Says(Ack(MavMissionResult.InvalidSequence));
        upload.IsDone.ShouldBeFalse();
        bench.Sent<MissionItemInt>().Count.ShouldBe(1);
    }

    [Fact]
    public void Invalid_sequence_after_a_repeat_means_that_the_item_is_there_and_the_next_is_sent()
    {
        bench.Says(Request(0)).Passes(0.5).Says(Ack(MavMissionResult.InvalidSequence));
        bench.Sent<MissionItemInt>().Select(i => (int)i.Seq).ShouldBe([0, 0, 1]);
    }

    [Fact]
    public void A_missing_last_ack_leaves_the_upload_unconfirmed()
    {
        bench.Says(Request(0)).Says(Request(1)).Says(Request(2)).Passes(16);
        upload.Result.Outcome.ShouldBe(TransferOutcome.Unconfirmed);
    }

    [Fact]
    public void An_error_after_all_items_is_unconfirmed_since_it_also_follows_a_lost_ack()
    {
        bench.Says(Request(0)).Says(Request(1)).Says(Request(2)).Says(Ack(MavMissionResult.Error));
        upload.Result.Outcome.ShouldBe(TransferOutcome.Unconfirmed);
    }

    [Theory]
    [InlineData(MavMissionResult.Error)]
    [InlineData(MavMissionResult.OperationCancelled)]
    public void An_upload_that_the_vehicle_breaks_off_is_interrupted(MavMissionResult answer)
    {
        bench.Says(Request(0)).Says(Request(1)).Says(Ack(answer));
        upload.Result.Outcome.ShouldBe(TransferOutcome.Interrupted);
    }

    [Theory]
    [InlineData(MavMissionResult.NoSpace)]
    [InlineData(MavMissionResult.Unsupported)]
    [InlineData(MavMissionResult.UnsupportedFrame)]
    [InlineData(MavMissionResult.InvalidParam7)]
    public void What_the_vehicle_will_not_take_is_refused(MavMissionResult answer)
    {
        bench.Says(Request(0)).Says(Ack(answer));
        upload.Result.ShouldBe(new UploadResult(TransferOutcome.Refused, answer, 1));
    }

    [Fact]
    public void Another_station_that_uploads_makes_it_busy()
    {
        bench.Says(Ack(MavMissionResult.Denied));
        upload.Result.Outcome.ShouldBe(TransferOutcome.Busy);
    }

    [Fact]
    public void What_is_asked_of_another_station_or_does_not_exist_is_not_answered()
    {
        bench.Says(Request(0) with { TargetSystem = 254 }).Says(Request(3)).Says(Request(0) with { MissionType = MavMissionType.Rally });
        bench.Sent<MissionItemInt>().ShouldBeEmpty();
    }

    private static MissionRequest Request(int seq) => new() { TargetSystem = 255, TargetComponent = 190, Seq = (ushort)seq };

    private static MissionRequestInt RequestInt(int seq) => new() { TargetSystem = 255, TargetComponent = 190, Seq = (ushort)seq };

    private static MissionAck Ack(MavMissionResult result, MavMissionType type = MavMissionType.Mission) =>
        new() { TargetSystem = 255, TargetComponent = 190, Type = result, MissionType = type };
}
