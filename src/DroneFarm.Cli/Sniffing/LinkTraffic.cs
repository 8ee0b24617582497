using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Sniffing;

namespace DroneFarm.Cli.Sniffing;

/// <summary>Listens to a link and sends nothing, not even a heartbeat.</summary>
internal sealed class LinkTraffic(LinkUrl url, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan DrawEvery = TimeSpan.FromSeconds(0.5);

    private readonly Link link = new(url, Own.GroundStation, time);
    private readonly TrafficTable table = new();
    private readonly DateTimeOffset begun = time.GetUtcNow();

    /// <summary>Until cancelled, which is how it ends.</summary>
    public async Task<Traffic> RunAsync(Action<Traffic> draw, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(DrawEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                Take();
                draw(Now());
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Take();
        }

        return Now();
    }

    public ValueTask DisposeAsync() => link.DisposeAsync();

    private void Take()
    {
        var now = time.GetUtcNow();
        while (link.Received.TryRead(out var packet)) table.Add(packet.View, now);
    }

    private Traffic Now()
    {
        var (counts, now) = (link.Counts, time.GetUtcNow());
        return new Traffic(table.Report(new ParserCounts(counts.Received, counts.Damaged, counts.UnknownId, counts.JunkBytes), now), now - begun, IsLive: true);
    }
}
