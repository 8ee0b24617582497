using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Exchanges;

public sealed class VerifiedUploadTests
{
    [Theory]
    [InlineData(0, 200, 12)]
    [InlineData(0.05, 200, 25)]
    [InlineData(0.1, 200, 30)]
    [InlineData(0.2, 200, 50)]
    [InlineData(0.3, 200, 90)]
    public void Hundred_items_are_verified_at_any_usual_loss(double loss, int runs, double p95LimitS)
    {
        var seconds = new List<double>();
        for (var seed = 1; seed <= runs; seed++)
        {
            var wire = new LossyWire(seed, loss);
            var began = wire.Now;
            var result = wire.Run(new VerifiedUpload(MavMissionType.Mission, Items(100)));
            result.Outcome.ShouldBe(VerifiedOutcome.Verified, $"seed {seed}: {result}");
            IsOnVehicle(wire, Items(100)).ShouldBeTrue($"seed {seed}: verified, and the vehicle holds something else");
            seconds.Add((wire.Now - began).TotalSeconds);
        }

        seconds.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"loss {loss}: median {seconds[runs / 2]:0.0} s, p95 {seconds[runs * 95 / 100]:0.0} s");
        seconds[runs * 95 / 100].ShouldBeLessThan(p95LimitS);
    }

    [Fact]
    public void At_half_the_packets_lost_at_least_95_of_100_uploads_are_verified()
    {
        var verified = 0;
        for (var seed = 1; seed <= 100; seed++)
        {
            var wire = new LossyWire(seed, 0.5);
            var result = wire.Run(new VerifiedUpload(MavMissionType.Mission, Items(100)));
            if (!result.IsVerified) continue;
            verified++;
            IsOnVehicle(wire, Items(100)).ShouldBeTrue($"seed {seed}");
        }

        verified.ShouldBeGreaterThanOrEqualTo(95);
    }

    [Fact]
    public void A_link_cut_at_any_item_is_never_called_verified_and_the_mix_is_seen_afterwards()
    {
        var (before, after) = (Items(100), Items(100, heightM: 5));
        for (var cut = 1; cut <= 100; cut++)
        {
            var wire = new LossyWire(cut, 0);
            wire.Run(new VerifiedUpload(MavMissionType.Mission, before)).IsVerified.ShouldBeTrue();
            wire.CutAfter = wire.GroundPackets + cut;
            wire.Run(new VerifiedUpload(MavMissionType.Mission, after)).IsVerified.ShouldBeFalse();
            wire.CutAfter = null;
            var held = wire.Run(new MissionDownload(MavMissionType.Mission));
            held.Outcome.ShouldBe(TransferOutcome.Done);
            // The first packet is the count and the second item 0, home: from the third on something new is stored.
            (StoredItems.FirstDifference(MavMissionType.Mission, before, held.Items) is null).ShouldBe(cut <= 2, $"cut after {cut}");
            (StoredItems.FirstDifference(MavMissionType.Mission, after, held.Items) is null).ShouldBeFalse($"cut after {cut}");
        }
    }

    [Fact]
    public void A_vehicle_without_space_refuses_and_keeps_what_it_had()
    {
        var wire = new LossyWire(1, 0);
        var result = wire.Run(new VerifiedUpload(MavMissionType.Mission, Items(651)));
        result.Outcome.ShouldBe(VerifiedOutcome.Refused);
        result.Answer.ShouldBe(MavMissionResult.NoSpace);
        result.Uploads.ShouldBe(1);
    }

    [Fact]
    public void Fence_and_rally_points_are_verified_and_an_empty_list_too()
    {
        var corner = new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8);
        WireItem[] fence = [.. Enumerable.Range(0, 4).Select(i => WireItem.Of(new MissionItem(MissionCommand.FenceInclusionVertex, 4, Place: corner with { LatitudeDeg = 32 + (i / 100.0) })))];
        WireItem[] rally = [WireItem.Of(new MissionItem(MissionCommand.RallyPoint, Place: corner, HeightM: 12.7))];
        var wire = new LossyWire(7, 0.3);
        wire.Run(new VerifiedUpload(MavMissionType.Fence, fence)).IsVerified.ShouldBeTrue();
        wire.Run(new VerifiedUpload(MavMissionType.Rally, rally)).IsVerified.ShouldBeTrue();
        wire.Run(new VerifiedUpload(MavMissionType.Rally, [])).IsVerified.ShouldBeTrue();
        wire.Stores[MavMissionType.Rally].Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_vehicle_that_stores_another_speed_is_found_out()
    {
        var wire = new LossyWire(1, 0);
        var items = Items(5);
        wire.Run(new MissionUpload(MavMissionType.Mission, [.. items.Take(4), items[4] with { P1 = 0 }])).Outcome.ShouldBe(TransferOutcome.Done);
        var held = wire.Run(new MissionDownload(MavMissionType.Mission));
        StoredItems.FirstDifference(MavMissionType.Mission, items, held.Items).ShouldBe("item 4: parameter 1 0 instead of 1");
    }

    private static bool IsOnVehicle(LossyWire wire, WireItem[] items) =>
        StoredItems.FirstDifference(MavMissionType.Mission, items, [.. wire.Stores[MavMissionType.Mission].Items.Select(i => WireItem.Of(i))]) is null;

    /// <summary>Home, then alternately a waypoint and a sprayer order.</summary>
    private static WireItem[] Items(int count, double heightM = 3.456) =>
    [
        .. Enumerable.Range(0, count).Select(i => WireItem.Of(i % 2 == 1
            ? MissionItem.Waypoint(new GeoPoint(LatitudeDeg: 32.05 + (i * 1e-5), LongitudeDeg: 120.8), heightM)
            : MissionItem.Sprayer(on: i % 4 == 0))),
    ];
}
