using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;
using MissionItem = DroneFarm.Core.Planning.MissionItem;

namespace DroneFarm.Tests.Flight.Exchanges;

/// <summary>
/// The failures that QGroundControl injects into its own mission transfer, and some more, each with the outcome that a pilot needs. Whatever happens, what is
/// called verified is on the vehicle.
/// </summary>
public sealed class InjectedFailures
{
    private static readonly WireItem[] Items =
    [
        .. Enumerable.Range(0, 6).Select(i => WireItem.Of(MissionItem.Waypoint(new GeoPoint(LatitudeDeg: 32 + (i * 1e-4), LongitudeDeg: 120.8), 3))),
    ];

    private readonly LossyWire wire = new(seed: 1, loss: 0);
    private int seen;

    [Fact]
    public void No_answer_to_the_count_ever_is_unreachable() => Upload(Drop<MissionRequest>()).Outcome.ShouldBe(VerifiedOutcome.Unreachable);

    [Fact]
    public void No_answer_to_the_first_count_only_is_verified() => Upload(First(Drop<MissionCount>(toVehicle: true))).IsVerified.ShouldBeTrue();

    [Fact]
    public void A_lost_request_is_verified() => Upload(Nth(2, Drop<MissionRequest>())).IsVerified.ShouldBeTrue();

    [Fact]
    public void An_item_that_never_arrives_is_unreachable() =>
        Upload((to, p) => to && p.TryRead(out MissionItemInt item) && item.Seq == 3 ? [] : [p]).Outcome.ShouldBe(VerifiedOutcome.Unreachable);

    [Fact]
    public void A_request_for_a_later_item_than_the_next_is_answered_and_verified() =>
        Upload(First((to, p) => !to && p.TryRead(out MissionRequest r) && r.Seq == 1 ? [Packets.Of(r with { Seq = 4 }), p] : [p])).IsVerified.ShouldBeTrue();

    [Fact]
    public void A_request_for_an_item_that_is_not_there_is_not_answered_and_verified() =>
        Upload(First((to, p) => !to && p.Is<MissionRequest>() ? [Packets.Of(Request(77)), p] : [p])).IsVerified.ShouldBeTrue();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void An_error_in_place_of_one_request_is_tried_again_and_verified(int seq) =>
        Upload(First((to, p) => !to && p.TryRead(out MissionRequest r) && r.Seq == seq ? [Ack(MavMissionResult.Error)] : [p])).IsVerified.ShouldBeTrue();

    [Fact]
    public void An_error_in_place_of_every_request_is_unreachable() =>
        Upload((to, p) => !to && p.TryRead(out MissionRequest r) && r.Seq == 1 ? [Ack(MavMissionResult.Error)] : [p]).Outcome.ShouldBe(VerifiedOutcome.Unreachable);

    [Fact]
    public void An_item_that_the_vehicle_refuses_is_refused_with_its_word()
    {
        var result = Upload((to, p) => !to && p.TryRead(out MissionRequest r) && r.Seq == 2 ? [Ack(MavMissionResult.InvalidParam7)] : [p]);
        result.Outcome.ShouldBe(VerifiedOutcome.Refused);
        result.Answer.ShouldBe(MavMissionResult.InvalidParam7);
    }

    [Fact]
    public void A_final_ack_that_never_comes_is_verified_by_reading_back() => Upload(Drop<MissionAck>()).IsVerified.ShouldBeTrue();

    [Fact]
    public void A_final_ack_that_is_an_error_is_verified_by_reading_back() =>
        Upload((to, p) => !to && p.TryRead(out MissionAck a) && a.Type == MavMissionResult.Accepted ? [Ack(MavMissionResult.Error)] : [p]).IsVerified.ShouldBeTrue();

    [Fact]
    public void A_final_ack_that_comes_early_ends_nothing_early()
    {
        var result = Upload((to, p) => !to && p.TryRead(out MissionRequest r) && r.Seq == 2 ? [Ack(MavMissionResult.Accepted), p] : [p]);
        result.IsVerified.ShouldBeTrue();
        result.Uploads.ShouldBe(1);
    }

    [Fact]
    public void A_vehicle_that_says_accepted_in_place_of_asking_gets_the_rest_all_the_same() =>
        Upload((to, p) => !to && p.TryRead(out MissionRequest r) && r.Seq >= 3 ? [Ack(MavMissionResult.Accepted)] : [p]).IsVerified.ShouldBeTrue();

    [Fact]
    public void The_final_ack_of_another_list_is_not_taken_for_ours() =>
        Upload((to, p) => !to && p.TryRead(out MissionAck a) ? [Packets.Of(a with { MissionType = MavMissionType.Fence })] : [p]).IsVerified.ShouldBeTrue();

    [Fact]
    public void Another_ground_station_that_uploads_and_goes_on_is_busy() =>
        Upload((to, p) => !to && p.Is<MissionRequest>() ? [Ack(MavMissionResult.Denied)] : [p]).Outcome.ShouldBe(VerifiedOutcome.Busy);

    [Fact]
    public void Another_ground_station_that_ends_its_upload_is_waited_for_and_ours_is_verified()
    {
        var result = Upload((to, p) => !to && p.Is<MissionRequest>() && ++seen <= 2 ? [Ack(MavMissionResult.Denied)] : [p]);
        result.IsVerified.ShouldBeTrue();
        result.Uploads.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_late_double_of_the_ack_of_a_clear_is_not_taken_for_success() =>
        Upload(First((to, p) => !to && p.Is<MissionRequest>() ? [Ack(MavMissionResult.Accepted), p, Ack(MavMissionResult.Accepted)] : [p])).IsVerified.ShouldBeTrue();

    [Fact]
    public void A_vehicle_that_changes_an_item_on_its_way_in_is_found_to_differ()
    {
        var result = Upload((to, p) => to && p.TryRead(out MissionItemInt item) && item.Seq == 4 ? [Packets.Of(item with { Z = 30 }, 255, 190)] : [p]);
        result.Outcome.ShouldBe(VerifiedOutcome.Differs);
        result.Difference.ShouldBe("item 4: height 30 instead of 3");
    }

    [Fact]
    public void Reading_goes_on_over_a_first_count_that_is_lost_and_items_that_come_twice_or_out_of_order()
    {
        Upload((_, p) => [p]).IsVerified.ShouldBeTrue();
        wire.Tamper = First((to, p) => !to && p.Is<MissionCount>() ? [] : [p]);
        var read = wire.Run(new MissionDownload(MavMissionType.Mission));
        read.Outcome.ShouldBe(TransferOutcome.Done);
        wire.Tamper = (to, p) => !to && p.TryRead(out MissionItemInt item) ? [Packets.Of(item with { Seq = (ushort)(5 - item.Seq) }), p, p] : [p];
        wire.Run(new MissionDownload(MavMissionType.Mission)).Items.Count.ShouldBe(6);
    }

    [Fact]
    public void Reading_from_a_vehicle_that_never_counts_is_timed_out_and_without_one_item_interrupted()
    {
        Upload((_, p) => [p]).IsVerified.ShouldBeTrue();
        wire.Tamper = Drop<MissionCount>();
        wire.Run(new MissionDownload(MavMissionType.Mission)).Outcome.ShouldBe(TransferOutcome.TimedOut);
        wire.Tamper = (to, p) => !to && p.TryRead(out MissionItemInt item) && item.Seq == 3 ? [] : [p];
        var read = wire.Run(new MissionDownload(MavMissionType.Mission));
        read.Outcome.ShouldBe(TransferOutcome.Interrupted);
        read.Items.Count.ShouldBe(3);
    }

    private VerifiedResult Upload(Func<bool, Packet, IEnumerable<Packet>> tamper)
    {
        wire.Tamper = tamper;
        var result = wire.Run(new VerifiedUpload(MavMissionType.Mission, Items));
        var held = wire.Stores[MavMissionType.Mission].Items.Select(i => WireItem.Of(i)).ToList();
        if (result.IsVerified) StoredItems.FirstDifference(MavMissionType.Mission, Items, held).ShouldBeNull("a false \"verified\"");
        return result;
    }

    private static Func<bool, Packet, IEnumerable<Packet>> Drop<T>(bool toVehicle = false)
        where T : struct, IMessage<T> => (to, p) => to == toVehicle && p.Is<T>() ? [] : [p];

    /// <summary>Only the first packet that a fault changes is changed.</summary>
    private Func<bool, Packet, IEnumerable<Packet>> First(Func<bool, Packet, IEnumerable<Packet>> fault) => Nth(1, fault);

    private Func<bool, Packet, IEnumerable<Packet>> Nth(int which, Func<bool, Packet, IEnumerable<Packet>> fault) => (to, p) =>
    {
        Packet[] becomes = [.. fault(to, p)];
        var unchanged = becomes.Length == 1 && ReferenceEquals(becomes[0].Bytes, p.Bytes);
        return unchanged || ++seen != which ? [p] : becomes;
    };

    private static MissionRequest Request(int seq) => new() { TargetSystem = 255, TargetComponent = 190, Seq = (ushort)seq };

    private static Packet Ack(MavMissionResult result) => Packets.Of(new MissionAck { TargetSystem = 255, TargetComponent = 190, Type = result });
}
