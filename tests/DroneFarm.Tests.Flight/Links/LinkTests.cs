using System.Net;
using System.Net.Sockets;
using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Links;

/// <summary>Real sockets on loopback with ports the system chose.</summary>
public sealed class LinkTests
{
    private static readonly Heartbeat Beat = new() { Type = MavType.Hexarotor, Autopilot = MavAutopilot.Ardupilotmega };
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listening_udp_link_hears_a_vehicle_and_answers_to_where_it_spoke_from()
    {
        var port = FreeUdpPort();
        await using var link = new Link(new LinkUrl(LinkKind.UdpListen, "", port), Own.GroundStation, TimeProvider.System);
        using var vehicle = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var packet = await HearAsync(link, () => vehicle.SendAsync(Frame(), new IPEndPoint(IPAddress.Loopback, port), Stop).AsTask());
        packet.Is<Heartbeat>().ShouldBeTrue();
        link.Send(new Heartbeat { Type = MavType.Gcs });
        var answer = await vehicle.ReceiveAsync(Stop);
        Packets.Parse(answer.Buffer).SystemId.ShouldBe((byte)255);
        while (link.Counts.Sent < 1) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
    }

    [Fact]
    public async Task A_connecting_udp_link_speaks_first_and_hears_nobody_else()
    {
        using var vehicle = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var link = new Link(new LinkUrl(LinkKind.UdpConnect, "127.0.0.1", Port(vehicle.Client)), Own.GroundStation, TimeProvider.System);
        while (link.State != LinkState.Open) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        link.Send(new Heartbeat { Type = MavType.Gcs });
        var hello = await vehicle.ReceiveAsync(Stop);
        await stranger.SendAsync(Frame(system: 9), hello.RemoteEndPoint, Stop);
        await vehicle.SendAsync(Frame(), hello.RemoteEndPoint, Stop);
        (await link.Received.ReadAsync(Stop)).SystemId.ShouldBe((byte)1);
    }

    [Fact]
    public async Task A_tcp_link_comes_back_by_itself_when_the_other_side_closed()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        await using var link = new Link(new LinkUrl(LinkKind.Tcp, "127.0.0.1", ((IPEndPoint)server.LocalEndpoint).Port), Own.GroundStation, TimeProvider.System);
        for (var time = 1; time <= 2; time++)
        {
            using var client = await server.AcceptTcpClientAsync(Stop);
            var frame = Frame();
            // Cut in two, after some of the ASCII that a serial port of ArduPilot begins with.
            await client.GetStream().WriteAsync("Init ArduCopter"u8.ToArray(), Stop);
            await client.GetStream().WriteAsync(frame.AsMemory(0, 7), Stop);
            await client.GetStream().FlushAsync(Stop);
            await client.GetStream().WriteAsync(frame.AsMemory(7), Stop);
            (await link.Received.ReadAsync(Stop)).Is<Heartbeat>().ShouldBeTrue();
        }

        link.Counts.Opened.ShouldBe(2);
    }

    [Fact]
    public async Task A_frame_for_a_pipe_that_is_down_is_dropped_and_counted_never_sent_late()
    {
        await using var link = new Link(_ => throw new IOException("no such port"), Own.GroundStation, TimeProvider.System);
        link.Send(new Heartbeat());
        link.Counts.SendOverrun.ShouldBe(1);
        while (link.LastFault is null) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        link.LastFault.Message.ShouldBe("no such port");
    }

    [Fact]
    public async Task A_telemetry_log_that_fails_is_counted_and_harms_nothing()
    {
        var sink = new SafePacketSink(new FullDisk());
        var port = FreeUdpPort();
        await using var link = new Link(new LinkUrl(LinkKind.UdpListen, "", port), Own.GroundStation, TimeProvider.System, sink);
        using var vehicle = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await HearAsync(link, () => vehicle.SendAsync(Frame(), new IPEndPoint(IPAddress.Loopback, port), Stop).AsTask());
        sink.Failures.ShouldBeGreaterThan(0);
        sink.First!.Message.ShouldBe("disk full");
    }

    private static async Task<Packet> HearAsync(Link link, Func<Task> say)
    {
        while (link.State != LinkState.Open) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        await say();
        return await link.Received.ReadAsync(Stop);
    }

    private static byte[] Frame(byte system = 1) => new PacketSender(system, 1).Pack(in Beat);

    private static int Port(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;

    private static int FreeUdpPort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return Port(probe.Client);
    }

    private sealed class FullDisk : IPacketSink
    {
        public void Received(DateTimeOffset at, Packet packet) => throw new IOException("disk full");

        public void Sent(DateTimeOffset at, ReadOnlyMemory<byte> frame) => throw new IOException("disk full");
    }
}
