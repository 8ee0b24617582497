using System.Net;
using System.Net.Sockets;
using System.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using Microsoft.Extensions.Time.Testing;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>The vehicle on a socket, in the time of a clock that the test moves.</summary>
public sealed class HostTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Over_udp_it_sends_to_the_listening_station_and_answers_it()
    {
        using var station = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)station.Client.LocalEndPoint!).Port;
        await using var host = new SimulatedSprayerHost(New(), $"udp:127.0.0.1:{port}", time);
        Pass(TimeSpan.FromSeconds(1.5));
        var from = Drain(station).From;
        from.ShouldBe(host.LocalEndPoint);
        var sender = new PacketSender(255, 190);
        station.Send(sender.Pack(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.DoSprayer, Param1 = 1 }), from);
        Pass(TimeSpan.FromSeconds(0.1));
        Drain(station).Packets.ShouldContain(p => p.Is<CommandAck>());
        host.With(s => s.Truth.SprayPermitted).ShouldBeTrue();
    }

    [Fact]
    public async Task Over_tcp_it_starts_when_a_station_connects_and_begins_with_ascii()
    {
        await using var host = new SimulatedSprayerHost(New(), "tcp:127.0.0.1:0", time);
        Pass(TimeSpan.FromSeconds(5));
        host.With(s => s.Elapsed).ShouldBe(TimeSpan.Zero);
        using var station = new TcpClient();
        await station.ConnectAsync(host.LocalEndPoint, TestContext.Current.CancellationToken);
        Pass(TimeSpan.FromSeconds(2));
        var bytes = new byte[8000];
        var length = await station.GetStream().ReadAsync(bytes, TestContext.Current.CancellationToken);
        Encoding.ASCII.GetString(bytes, 0, 60).ShouldContain("Init ArduCopter");
        var packets = new List<Packet>();
        new PacketParser().Feed(bytes.AsSpan(0, length), packets);
        packets.ShouldContain(p => p.Is<Heartbeat>());
    }

    [Fact]
    public async Task A_stalled_clock_costs_the_vehicle_no_more_than_a_quarter_second()
    {
        await using var host = new SimulatedSprayerHost(New(), "udp:127.0.0.1:9", time);
        time.SetUtcNow(time.GetUtcNow() + TimeSpan.FromSeconds(30));
        host.With(s => s.Elapsed).ShouldBeLessThanOrEqualTo(SimulatedSprayerHost.LongestStall);
    }

    [Theory]
    [InlineData("udp:192.168.1.5:14550")]
    [InlineData("serial:COM3:57600")]
    [InlineData("udp:14550")]
    public void An_address_that_is_not_udp_or_tcp_on_loopback_is_refused(string address) =>
        Should.Throw<FormatException>(() => new SimulatedSprayerHost(New(), address, time)).Message.ShouldContain(address);

    private static SimulatedSprayer New() => new(new SprayerOptions { Home = GroundStation.Home });

    private void Pass(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero; left -= Tick) time.Advance(Tick);
    }

    private static (List<Packet> Packets, IPEndPoint From) Drain(UdpClient station)
    {
        var parser = new PacketParser();
        var packets = new List<Packet>();
        var from = new IPEndPoint(IPAddress.Any, 0);
        while (station.Available > 0) parser.Feed(station.Receive(ref from), packets);
        return (packets, from);
    }
}
