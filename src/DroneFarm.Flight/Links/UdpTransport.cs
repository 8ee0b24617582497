using System.Net;
using System.Net.Sockets;

namespace DroneFarm.Flight.Links;

/// <summary>MAVLink over UDP. A listening one has nobody to write to until the first datagram came; what is written before is dropped, as a radio would.</summary>
internal sealed class UdpTransport : ITransport
{
    private readonly Socket socket;
    private readonly bool listens;
    private volatile EndPoint? peer;

    private UdpTransport(Socket socket, bool listens, EndPoint? peer) => (this.socket, this.listens, this.peer) = (socket, listens, peer);

    public static UdpTransport Listen(string host, int port)
    {
        var address = host == LinkUrl.EveryNetwork ? IPAddress.Any : IPAddress.Loopback;
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.ReceiveBufferSize = 1 << 20;
            socket.Bind(new IPEndPoint(address, port));
            return new UdpTransport(socket, listens: true, peer: null);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static async ValueTask<UdpTransport> ConnectAsync(string host, int port, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, cancel);
        var address = addresses.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0];
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 20 };
        return new UdpTransport(socket, listens: false, new IPEndPoint(address, port));
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
                if (listens) peer = got.RemoteEndPoint;
                else if (!got.RemoteEndPoint.Equals(peer)) continue;
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
        if (peer is not { } to) return;
        try
        {
            await socket.SendToAsync(frame, SocketFlags.None, to, cancel);
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionRefused)
        {
            // The same message for an earlier datagram; UDP promises nothing, and the exchanges repeat what matters.
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
