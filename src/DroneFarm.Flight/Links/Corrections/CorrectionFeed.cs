using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Links.Corrections;

/// <summary>Brings RTK corrections to the vehicles: reads the source, cuts it into messages and hands each on as GPS_RTCM_DATA. Opens the source again when it breaks.</summary>
public sealed class CorrectionFeed : IAsyncDisposable
{
    private static readonly TimeSpan ReopenAfter = TimeSpan.FromSeconds(5);

    private readonly Func<CancellationToken, ValueTask<ITransport>> open;
    private readonly Action<GpsRtcmData> send;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource stop = new();
    private int sequence;

    /// <param name="send">To every link; called from this feed's loop.</param>
    public CorrectionFeed(CorrectionUrl url, Action<GpsRtcmData> send, TimeProvider time)
        : this(Opening(url, time), send, time)
    {
    }

    internal CorrectionFeed(Func<CancellationToken, ValueTask<ITransport>> open, Action<GpsRtcmData> send, TimeProvider time)
    {
        (this.open, this.send, this.time) = (open, send, time);
        Completion = Task.Run(RunAsync);
    }

    /// <summary>What it has brought so far.</summary>
    public CorrectionCounts Counts { get; private set; } = new(0, 0, 0, 0, null, null);

    /// <summary>Ends when disposed or a file is at its end; faults on a bug.</summary>
    public Task Completion { get; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private static Func<CancellationToken, ValueTask<ITransport>> Opening(CorrectionUrl url, TimeProvider time) => async cancel =>
        url.Caster is { } caster ? await NtripTransport.OpenAsync(caster, cancel)
        : url.File is { } file ? new FileTransport(file, time)
        : await Transport.OpenAsync(url.Link!, time, cancel);

    private async Task RunAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (await ReadOnceAsync()) return;
                await Task.Delay(ReopenAfter, time, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <summary>True when the source came to its end for good.</summary>
    private async Task<bool> ReadOnceAsync()
    {
        try
        {
            await using var source = await open(stop.Token);
            var scanner = new RtcmScanner();
            var buffer = new byte[4096];
            var junkBefore = Counts.JunkBytes;
            while (await source.ReadAsync(buffer, stop.Token) is > 0 and var count)
            {
                foreach (var message in scanner.Feed(buffer.AsSpan(0, count))) Bring(message);
                Counts = Counts with { JunkBytes = junkBefore + scanner.Junk };
            }

            return source.IsFinite;
        }
        catch (Exception error) when (Transport.IsOutside(error))
        {
            Counts = Counts with { LastFault = error };
            return false;
        }
    }

    private void Bring(byte[] message)
    {
        if (RtcmFragments.IsTooLong(message))
        {
            Counts = Counts with { TooLong = Counts.TooLong + 1 };
            return;
        }

        foreach (var fragment in RtcmFragments.Of(message, sequence)) send(fragment);
        sequence++;
        Counts = Counts with { Messages = Counts.Messages + 1, Bytes = Counts.Bytes + message.Length, LastAt = time.GetUtcNow() };
    }
}
