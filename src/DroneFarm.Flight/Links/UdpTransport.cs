using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DroneFarm.Flight.Links;

/// <summary>
/// MAVLink over UDP. A listening one answers to everybody who sent MAVLink lately, since several vehicles may share its port; before the first datagram there is
/// nobody, and what is written is dropped, as a radio would.
/// </summary>
internal sealed class UdpTransport : ITransport
{
    private const int MostPeers = 64;
    private const byte FrameMagicV1 = 0xFE, FrameMagicV2 = 0xFD;
    private static readonly TimeSpan PeerLives = TimeSpan.FromSeconds(30);

    private readonly Socket socket;
    private readonly bool listens;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<EndPoint, long> peers = new();

    private UdpTransport(Socket socket, bool listens, TimeProvider time) => (this.socket, this.listens, this.time) = (socket, listens, time);

    public static UdpTransport Listen(string host, int port, TimeProvider time)
    {
        var address = host == LinkUrl.EveryNetwork ? IPAddress.Any : IPAddress.Loopback;
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.ReceiveBufferSize = 1 << 20;
            socket.Bind(new IPEndPoint(address, port));
            return new UdpTransport(socket, listens: true, time);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static async ValueTask<UdpTransport> ConnectAsync(string host, int port, TimeProvider time, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, cancel);
        var address = addresses.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 20 };
        var transport = new UdpTransport(socket, listens: false, time);
        transport.peers[new IPEndPoint(address, port)] = 0;
        return transport;
    }

    public async ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                if (!listens && socket.LocalEndPoint is null) socket.Bind(new IPEndPoint(IPAddress.Any, 0));
                var any = new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
                var got = await socket.ReceiveFromAsync(into, SocketFlags.None, any, cancel);
                if (listens) Remember(got.RemoteEndPoint, into.Span[..got.ReceivedBytes]);
                else if (!peers.ContainsKey(got.RemoteEndPoint)) continue;
                if (got.ReceivedBytes > 0) return got.ReceivedBytes;
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionRefused)
            {
                // ICMP "port unreachable" for a datagram we sent: the vehicle is not there yet. The socket stays good.
            }
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel)
    {
        foreach (var (to, lastHeard) in peers)
        {
            if (listens && time.GetElapsedTime(lastHeard) > PeerLives) peers.TryRemove(to, out _);
            else await WriteAsync(frame, to, cancel);
        }
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, EndPoint to, CancellationToken cancel)
    {
        try
        {
            await socket.SendToAsync(frame, SocketFlags.None, to, cancel);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionRefused)
        {
            // The same message for an earlier datagram; UDP promises nothing, and the exchanges repeat what matters.
        }
    }

    private void Remember(EndPoint from, ReadOnlySpan<byte> datagram)
    {
        if (datagram.IsEmpty || datagram[0] is not (FrameMagicV1 or FrameMagicV2)) return;
        if (peers.Count < MostPeers || peers.ContainsKey(from)) peers[from] = time.GetTimestamp();
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
