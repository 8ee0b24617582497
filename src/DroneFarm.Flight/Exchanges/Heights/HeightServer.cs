using System.Threading.Channels;
using DroneFarm.Core.Geo;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges.Heights;

/// <summary>
/// Answers one vehicle's TERRAIN_REQUEST with TERRAIN_DATA, at most <see cref="AtOnce"/> blocks in <see cref="Every"/>: 700 bytes a second, an eighth of a radio of
/// 57,600 baud. It has a loop of its own, since heights may have to be read from a disk first, which the vehicle's loop must not wait for.
/// </summary>
/// <remarks>The nine grids around a vehicle are 504 blocks: 42 s. https://mavlink.io/en/services/terrain.html</remarks>
public sealed class HeightServer : IAsyncDisposable
{
    private const int AtOnce = 3;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(0.25);

    private readonly Channel<TerrainRequest> asked = Channel.CreateBounded<TerrainRequest>(new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource stop = new();
    private readonly HeightAnswers answers;
    private readonly Action<TerrainData> send;
    private readonly TimeProvider time;
    private volatile HeightCounts counts = new(0, 0, null);

    /// <param name="groundM">Metres above mean sea level at a place, null where that is not known; called from this server's loop.</param>
    /// <param name="send">To the vehicle; likewise.</param>
    public HeightServer(Func<GeoPoint, double?> groundM, Action<TerrainData> send, TimeProvider time)
    {
        (answers, this.send, this.time) = (new HeightAnswers(groundM), send, time);
        Completion = Task.Run(RunAsync);
    }

    public HeightCounts Counts => counts;

    /// <summary>Ends when the server is disposed; faults on a bug.</summary>
    public Task Completion { get; }

    /// <summary>A packet of the vehicle's; never waits.</summary>
    public void On(in Packet packet)
    {
        if (packet.TryRead(out TerrainRequest request)) asked.Writer.TryWrite(request);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var request in asked.Reader.ReadAllAsync(stop.Token))
            {
                answers.Ask(request);
                counts = counts with { Requests = counts.Requests + 1 };
                do await Task.Delay(Every, time, stop.Token);
                while (SendNext() && !asked.Reader.TryPeek(out _));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <summary>False when nothing is left to send.</summary>
    private bool SendNext()
    {
        var blocks = answers.Next(AtOnce);
        foreach (var block in blocks) send(block);
        counts = counts with { Blocks = counts.Blocks + blocks.Count, Gap = answers.Gap };
        return blocks.Count > 0;
    }
}
