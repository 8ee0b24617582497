using System.Net;
using System.Net.Sockets;

namespace DroneFarm.Tests.Shared;

/// <summary>A TCP link to a port of this machine that is cut again and again: each connection after a seeded number of bytes.</summary>
internal sealed class FaultyLink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Random random;
    private readonly int target, shortest, longest;
    private int cuts;

    /// <param name="shortest">Fewest bytes towards the target before a cut.</param>
    public FaultyLink(int target, int seed, int shortest, int longest)
    {
        (this.target, this.shortest, this.longest, random) = (target, shortest, longest, new Random(seed));
        listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Cuts => cuts;

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync(stop.Token);
                int bytes;
                lock (random) bytes = random.Next(shortest, longest);
                _ = Task.Run(() => CarryAsync(near, bytes));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed: no more connections.
        }
    }

    private async Task CarryAsync(TcpClient near, int bytes)
    {
        using var far = new TcpClient();
        using (near)
        {
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, target);
                var (up, down) = (Pump(near.GetStream(), far.GetStream(), bytes), Pump(far.GetStream(), near.GetStream(), int.MaxValue));
                await Task.WhenAny(up, down);
                if (up is { IsCompletedSuccessfully: true, Result: true }) Interlocked.Increment(ref cuts);
                near.Client.Close(0);
                far.Client.Close(0);
                await Task.WhenAll(up, down);
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Either side hung up.
            }
        }
    }

    /// <returns>True when the limit was reached: a cut.</returns>
    private static async Task<bool> Pump(NetworkStream from, NetworkStream to, int limit)
    {
        var (buffer, carried) = (new byte[16384], 0L);
        while (true)
        {
            var n = await from.ReadAsync(buffer);
            if (n == 0) return false;
            carried += n;
            if (carried > limit) return true;
            await to.WriteAsync(buffer.AsMemory(0, n));
        }
    }
}
