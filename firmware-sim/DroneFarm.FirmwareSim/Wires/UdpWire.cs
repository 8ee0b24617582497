using System.Net;
using System.Net.Sockets;

namespace DroneFarm.FirmwareSim.Wires;

/// <summary>Sends to a ground station's port, and to whoever answered last.</summary>
internal sealed class UdpWire : IWire
{
    private readonly Socket socket;
    private readonly SocketAddress heard;
    private SocketAddress peer;

    public UdpWire(IPEndPoint groundStation)
    {
        socket = new Socket(groundStation.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Blocking = false, SendBufferSize = 1 << 20, ReceiveBufferSize = 1 << 20 };
        socket.Bind(new IPEndPoint(groundStation.Address, 0));
        peer = groundStation.Serialize();
        heard = new SocketAddress(groundStation.AddressFamily);
    }

    public IPEndPoint LocalEndPoint => (IPEndPoint)socket.LocalEndPoint!;

    public bool IsOpen => true;

    public bool TryReceive(byte[] buffer, out int length)
    {
        length = 0;
        try
        {
            if (socket.Available == 0) return false;
            length = socket.ReceiveFrom(buffer, SocketFlags.None, heard);
        }
        catch (SocketException)
        {
            // Nobody listens at the other end yet, which the system reports here.
            return false;
        }

        if (!heard.Equals(peer))
        {
            peer = new SocketAddress(heard.Family, heard.Size);
            heard.Buffer.Span[..heard.Size].CopyTo(peer.Buffer.Span);
        }

        return length > 0;
    }

    public void Send(byte[] frame)
    {
        try
        {
            socket.SendTo(frame, SocketFlags.None, peer);
        }
        catch (SocketException)
        {
            // Nobody listens, or the buffer is full: a lost packet either way.
        }
    }

    public void Dispose() => socket.Dispose();
}
