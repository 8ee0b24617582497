using System.Net;
using System.Net.Sockets;

namespace DroneFarm.FirmwareSim.Wires;

/// <summary>Waits for one ground station at a time; another may come when that one has gone.</summary>
internal sealed class TcpWire : IWire
{
    private readonly TcpListener listener;
    private Socket? peer;

    public TcpWire(IPEndPoint at)
    {
        listener = new TcpListener(at);
        listener.Start();
    }

    public IPEndPoint LocalEndPoint => (IPEndPoint)listener.LocalEndpoint;

    public bool IsOpen => peer is not null;

    public bool TryReceive(byte[] buffer, out int length)
    {
        length = 0;
        if (listener.Pending())
        {
            peer?.Dispose();
            peer = listener.AcceptSocket();
            peer.NoDelay = true;
        }

        if (peer is null) return false;
        try
        {
            if (!peer.Poll(0, SelectMode.SelectRead)) return false;
            length = peer.Receive(buffer);
            if (length > 0) return true;
        }
        catch (SocketException)
        {
            // The ground station is gone without a farewell: the same as with one.
        }

        Drop();
        return false;
    }

    public void Send(byte[] frame)
    {
        if (peer is null) return;
        try
        {
            peer.Send(frame);
        }
        catch (SocketException)
        {
            Drop();
        }
    }

    public void Dispose()
    {
        Drop();
        listener.Dispose();
    }

    private void Drop()
    {
        peer?.Dispose();
        peer = null;
    }
}
