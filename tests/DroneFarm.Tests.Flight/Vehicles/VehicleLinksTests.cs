using System.Threading.Channels;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Vehicles;

/// <summary>Two links to one vehicle: what comes twice counts once, and when one dies the other takes over before the vehicle counts as lost.</summary>
public sealed class VehicleLinksTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly DeadLink radio = new();
    private readonly DeadLink wifi = new();
    private readonly VehicleLinks links;
    private readonly PacketSender air = new(1, 1);

    public VehicleLinksTests() => links = new VehicleLinks(radio);

    [Fact]
    public void The_same_packet_over_the_second_link_counts_once()
    {
        var beat = Beat();
        links.Take(beat, radio, Start).ShouldBeTrue();
        links.Take(Beat(), wifi, Start.AddSeconds(0.02)).ShouldBeTrue("the second link was not known before");
        var ack = Packets.Of(new CommandAck { ResultParam2 = 3 });
        links.Take(ack, radio, Start.AddSeconds(0.1)).ShouldBeTrue();
        links.Take(ack, wifi, Start.AddSeconds(0.15)).ShouldBeFalse();
        links.Look(1, Start.AddSeconds(1)).Single(l => l.Link == wifi).Doubles.ShouldBe(1);
    }

    [Fact]
    public void The_same_words_over_the_same_link_are_said_twice()
    {
        links.Take(Beat(), radio, Start).ShouldBeTrue();
        links.Take(Beat(), wifi, Start).ShouldBeTrue();
        links.Take(Beat(), radio, Start.AddSeconds(1)).ShouldBeTrue();
        links.Take(Beat(), radio, Start.AddSeconds(1.01)).ShouldBeTrue();
    }

    [Fact]
    public void A_link_that_dies_hands_over_within_three_seconds_and_what_only_the_other_brings_counts()
    {
        DateTimeOffset? handedOver = null;
        for (var at = 0.0; at < 10; at += 0.1)
        {
            var now = Start.AddSeconds(at);
            var second = Math.Abs(at - Math.Round(at)) < 0.01;
            if (second && at < 4) links.Take(Beat(), radio, now).ShouldBeTrue();
            if (second) links.Take(Beat(), wifi, now.AddSeconds(0.05)).ShouldBe(at is < 0.05 or >= 3.95, $"at {at:0.0} s");
            links.Choose(now);
            if (links.Used == wifi) handedOver ??= now;
        }

        links.Failovers.ShouldBe(1);
        (handedOver!.Value - Start.AddSeconds(3)).TotalSeconds.ShouldBeInRange(2, 3);
    }

    [Fact]
    public void A_link_that_closes_hands_over_at_once()
    {
        links.Take(Beat(), radio, Start);
        links.Take(Beat(), wifi, Start.AddSeconds(0.5));
        radio.State = LinkState.Waiting;
        links.Choose(Start.AddSeconds(0.6));
        links.Used.ShouldBe(wifi);
    }

    [Fact]
    public void While_both_are_silent_nothing_is_changed()
    {
        links.Take(Beat(), wifi, Start);
        links.Take(Beat(), radio, Start.AddSeconds(0.5));
        links.Choose(Start.AddSeconds(60));
        links.Used.ShouldBe(radio);
    }

    [Fact]
    public void Loss_and_rate_are_told_for_each_link()
    {
        for (var i = 0; i < 100; i++)
        {
            var now = Start.AddSeconds(i * 0.1);
            var packet = Packets.Parse(air.Pack(new GlobalPositionInt { TimeBootMs = (uint)i }));
            links.Take(packet, radio, now);
            if (i % 4 != 0) links.Take(packet, wifi, now);
            links.Look(1, now);
        }

        var seen = links.Look(1, Start.AddSeconds(10)).ToDictionary(l => l.Link);
        seen[radio].Loss.Share.ShouldBe(0);
        seen[radio].RateHz.ShouldBe(10, 1);
        seen[wifi].Loss.Share.ShouldBe(0.25, 0.01);
        seen[wifi].RateHz.ShouldBe(7.5, 1);
    }

    [Fact]
    public async Task A_ground_station_on_two_links_has_one_vehicle_and_speaks_over_the_one_that_hears_it()
    {
        await using var field = new Airfield();
        var second = new DeadLink();
        field.Station.Use(second);
        var vehicle = await field.FindAsync();
        await field.PassAsync(1);
        field.Copter.RadioOff = true;
        for (var i = 0; i < 8; i++)
        {
            second.Inbox.Writer.TryWrite(Beat());
            await field.PassAsync(0.5);
        }

        vehicle.IsLost.ShouldBeFalse();
        vehicle.Failovers.ShouldBe(1);
        vehicle.Links.Single(l => l.IsUsed).Link.ShouldBe(second);
        second.SentIds.ShouldContain(CommandLong.Id, "the streams are asked for again over the link that took over");
        field.Station.Vehicles.ShouldHaveSingleItem();
    }

    private static Packet Beat() => Packets.Of(new Heartbeat { Type = Mavlink.Enums.MavType.Hexarotor, Autopilot = Mavlink.Enums.MavAutopilot.Ardupilotmega });

    private sealed class DeadLink : ILink
    {
        public Channel<Packet> Inbox { get; } = Channel.CreateUnbounded<Packet>();

        public System.Collections.Concurrent.ConcurrentBag<uint> SentIds { get; } = [];

        public ChannelReader<Packet> Received => Inbox.Reader;

        public LinkState State { get; set; } = LinkState.Open;

        public LinkCounts Counts => new(0, 0, 0, 0, 0, 0, 0, 1);

        public void Send<T>(in T message)
            where T : struct, IMessage<T> => SentIds.Add(T.Id);
    }
}
