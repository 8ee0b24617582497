using System.Net.Sockets;

namespace DroneFarm.Flight.Links;

/// <summary>MAVLink over a TCP connection that we open.</summary>
internal sealed class TcpTransport(Socket socket) : ITransport
{
    public static async ValueTask<TcpTransport> ConnectAsync(string host, int port, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancel);
            return new TcpTransport(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel) => socket.ReceiveAsync(into, SocketFlags.None, cancel);

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel)
    {
        while (frame.Length > 0) frame = frame[await socket.SendAsync(frame, SocketFlags.None, cancel)..];
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
