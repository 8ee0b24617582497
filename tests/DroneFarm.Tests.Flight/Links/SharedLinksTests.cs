using System.Net;
using System.Net.Sockets;
using DroneFarm.Core.Flights;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace DroneFarm.Tests.Flight.Links;

/// <summary>Several vehicles on one link, a second ground station, a recorded flight, and a pipe that is too slow. Sockets on loopback, ports the system chose.</summary>
public sealed class SharedLinksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_vehicles_on_one_listening_port_are_both_found_and_both_spoken_to()
    {
        var port = FreeUdpPort();
        await using var station = new GroundStation(TimeProvider.System);
        station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
        using UdpClient one = new(new IPEndPoint(IPAddress.Loopback, 0)), two = new(new IPEndPoint(IPAddress.Loopback, 0));
        await UntilAsync(() => station.Links[0].State == LinkState.Open);
        await SayAsync(one, port, Beat(1));
        await SayAsync(two, port, Beat(2));
        (await station.FindVehicleAsync(TimeSpan.FromSeconds(10), new VehicleId(2), Stop)).ShouldNotBeNull();
        await UntilAsync(() => station.Vehicles.Count == 2);
        await HearsAsync<Heartbeat>(one, p => p.SystemId == 255);
        await HearsAsync<Heartbeat>(two, p => p.SystemId == 255);
    }

    [Fact]
    public async Task What_is_no_mavlink_makes_nobody_a_vehicle_to_answer_to()
    {
        var port = FreeUdpPort();
        await using var link = new Link(new LinkUrl(LinkKind.UdpListen, "", port), Own.GroundStation, TimeProvider.System);
        await UntilAsync(() => link.State == LinkState.Open);
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await SayAsync(stranger, port, "hello"u8.ToArray());
        await UntilAsync(() => link.Counts.JunkBytes == 5 || stranger.Available > 0);
        link.Send(new Heartbeat());
        await UntilAsync(() => link.Counts.Sent == 1);
        stranger.Available.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_ground_station_hears_all_but_keys_and_speaks_only_when_it_may(bool maySpeak)
    {
        var port = FreeUdpPort();
        using UdpClient vehicle = new(new IPEndPoint(IPAddress.Loopback, 0)), second = new(new IPEndPoint(IPAddress.Loopback, 0));
        await using var station = new GroundStation(TimeProvider.System);
        station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
        var forwarding = station.ForwardTo(new LinkUrl(LinkKind.UdpConnect, "127.0.0.1", Port(second)), maySpeak);
        await UntilAsync(() => station.Links[0].State == LinkState.Open && forwarding.Link.State == LinkState.Open);

        await SayAsync(vehicle, port, new PacketSender(1, 1).Pack(new SetupSigning { TargetSystem = 255, SecretKey = default }));
        await SayAsync(vehicle, port, Beat(1));
        var hello = await HearsAsync<Heartbeat>(second, p => p.SystemId == 1);
        forwarding.Kept.ShouldBe(1);

        var (from, to) = (new PacketSender(254, 190), hello.RemoteEndPoint);
        await second.SendAsync(from.Pack(new SetupSigning { TargetSystem = 1 }), to, Stop);
        await second.SendAsync(from.Pack(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.RequestMessage }), to, Stop);
        if (maySpeak)
        {
            await HearsAsync<CommandLong>(vehicle, p => p.SystemId == 254);
            forwarding.Kept.ShouldBe(2);
        }
        else
        {
            await UntilAsync(() => forwarding.Kept == 3);
        }
    }

    [Fact]
    public async Task A_recorded_flight_is_a_link_that_ends_with_it()
    {
        var path = Path.GetTempFileName();
        var start = new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);
        await using (var file = File.Create(path))
        {
            for (var i = 0; i < 20; i++) TlogWriter.Write(file, start.AddSeconds(i), Packets.Parse(Beat(7, sequence: i)));
        }

        LinkUrl.TryParse($"replay:{path}:1000", out var url, out _).ShouldBeTrue();
        await using var station = new GroundStation(TimeProvider.System);
        var link = station.Open(url);
        (await station.FindVehicleAsync(TimeSpan.FromSeconds(10), new VehicleId(7), Stop)).ShouldNotBeNull();
        await UntilAsync(() => link.State == LinkState.Closed);
        link.Counts.Received.ShouldBe(20);
        File.Delete(path);
    }

    [Fact]
    public async Task A_recording_that_is_not_there_is_a_fault_in_words()
    {
        LinkUrl.TryParse("replay:/nowhere/x.tlog", out var url, out _).ShouldBeTrue();
        await using var link = new Link(url, Own.GroundStation, TimeProvider.System);
        await UntilAsync(() => link.LastFault is not null);
        link.LastFault!.Message.ShouldContain("x.tlog");
    }

    [Fact]
    public async Task What_waited_too_long_before_a_slow_pipe_is_never_sent_late()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero));
        var pipe = new SlowPipe();
        await using var link = new Link(_ => ValueTask.FromResult<ITransport>(pipe), Own.GroundStation, clock);
        await UntilAsync(() => link.State == LinkState.Open);
        link.Send(new Heartbeat());
        await UntilAsync(() => pipe.Asked == 1);
        link.Send(new CommandLong { Command = MavCmd.DoSprayer, Param1 = 1 });
        clock.Advance(TimeSpan.FromSeconds(2.5));
        link.Send(new CommandLong { Command = MavCmd.DoSprayer, Param1 = 0 });
        pipe.Flow.SetResult();
        await UntilAsync(() => link.Counts.Sent == 2);
        link.Counts.SendOverrun.ShouldBe(1);
        pipe.Written.Select(f => Packets.Parse(f)).Last().TryRead(out CommandLong last).ShouldBeTrue();
        last.Param1.ShouldBe(0);
    }

    private static byte[] Beat(byte system, int sequence = 0)
    {
        var sender = new PacketSender(system, 1);
        for (var i = 0; i < sequence; i++) sender.Pack(new Heartbeat());
        return sender.Pack(new Heartbeat { Type = MavType.Hexarotor, Autopilot = MavAutopilot.Ardupilotmega });
    }

    private static ValueTask<int> SayAsync(UdpClient from, int port, byte[] bytes) => from.SendAsync(bytes, new IPEndPoint(IPAddress.Loopback, port), Stop);

    private static async Task<UdpReceiveResult> HearsAsync<T>(UdpClient client, Func<Packet, bool> wanted)
        where T : struct, IMessage<T>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            var got = await client.ReceiveAsync(limit.Token);
            var packet = Packets.Parse(got.Buffer);
            packet.Is<SetupSigning>().ShouldBeFalse("a key went over the wire");
            if (packet.Is<T>() && wanted(packet)) return got;
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var look = 0; look < 4000 && !holds(); look++) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        holds().ShouldBeTrue();
    }

    private static int Port(UdpClient client) => ((IPEndPoint)client.Client.LocalEndPoint!).Port;

    private static int FreeUdpPort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return Port(probe);
    }

    private sealed class SlowPipe : ITransport
    {
        public TaskCompletionSource Flow { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<byte[]> Written { get; } = [];

        public int Asked { get; private set; }

        public async ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return 0;
        }

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel)
        {
            Asked++;
            await Flow.Task.WaitAsync(cancel);
            Written.Add(frame.ToArray());
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
