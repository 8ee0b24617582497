using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Flight.Vehicles;

public sealed class StreamKeeperTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 20, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_request_that_a_bad_radio_loses_five_times_is_made_again_within_twenty_seconds() => AsksWithin(20).ShouldBeGreaterThanOrEqualTo(6);

    [Fact]
    public void What_a_vehicle_does_not_know_is_asked_for_ever_more_seldom() => (AsksWithin(600) - AsksWithin(300)).ShouldBeInRange(9, 11);

    /// <summary>Requests for a message that never comes.</summary>
    private static int AsksWithin(int seconds)
    {
        var keeper = new StreamKeeper([WantedMessage.Of<ServoOutputRaw>(5)]);
        var peer = new CountingPeer();
        for (var s = 0; s < seconds; s++) keeper.Look(Start + TimeSpan.FromSeconds(s), peer);
        return peer.Sent;
    }

    private sealed class CountingPeer : IPeer
    {
        public int Sent { get; private set; }

        public byte SystemId => 1;

        public byte ComponentId => 1;

        public Own Own => throw new NotSupportedException();

        public VehicleState State => throw new NotSupportedException();

        public void Send<T>(in T message)
            where T : struct, IMessage<T> => Sent++;
    }
}
