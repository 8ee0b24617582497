using System.Threading.Channels;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Links;

/// <summary>
/// A link that keeps itself open: one loop reads bytes, finds packets in them and offers them to a bounded channel; what is sent goes through
/// a bounded queue to the same pipe. When the pipe breaks or will not open, it is opened again after <see cref="ReopenAfter"/>.
/// </summary>
/// <remarks>
/// States: Opening -> Open (pipe stands) -> Waiting (it broke) -> Opening ...; Opening -> Waiting (it would not open); any -> Closed (disposed).
/// </remarks>
public sealed class Link : ILink, IAsyncDisposable
{
    public static readonly TimeSpan ReopenAfter = TimeSpan.FromSeconds(1);
    private const int ReceiveQueue = 8192;
    private const int SendQueue = 1024;

    /// <summary>What waited longer than this in front of a slow pipe is not sent any more: a command must not come late.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(2);

    private readonly Func<CancellationToken, ValueTask<ITransport>> open;
    private readonly TimeProvider time;
    private readonly IPacketSink? sink;
    private readonly PacketSender sender;
    private readonly Lock sending = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<Packet> received = Channel.CreateBounded<Packet>(new BoundedChannelOptions(ReceiveQueue) { SingleWriter = true, SingleReader = true });
    private readonly Channel<Waiting> toSend = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(SendQueue) { SingleReader = true });
    private long receivedCount, sentCount, damaged, unknownId, junkBytes, overrun, sendOverrun;
    private int opened;

    public Link(LinkUrl url, Own own, TimeProvider time, IPacketSink? sink = null)
        : this(Opening(url, time), own, time, sink) => Url = url;

    /// <summary>A link over a pipe that somebody else knows how to open.</summary>
    public Link(Func<CancellationToken, ValueTask<ITransport>> open, Own own, TimeProvider time, IPacketSink? sink = null)
    {
        (this.open, this.time, this.sink, sender) = (open, time, sink, new PacketSender(own.SystemId, own.ComponentId));
        Completion = Task.Run(RunAsync);
    }

    public LinkUrl? Url { get; }

    public LinkState State { get; private set; }

    /// <summary>Why the pipe last broke or would not open; null while nothing went wrong.</summary>
    public Exception? LastFault { get; private set; }

    public ChannelReader<Packet> Received => received.Reader;

    public LinkCounts Counts => new(
        Interlocked.Read(ref receivedCount), Interlocked.Read(ref sentCount), Interlocked.Read(ref damaged), Interlocked.Read(ref unknownId), Interlocked.Read(ref junkBytes),
        Interlocked.Read(ref overrun), Interlocked.Read(ref sendOverrun), Volatile.Read(ref opened));

    /// <summary>Ends when the link is disposed; faults on a bug.</summary>
    public Task Completion { get; }

    /// <summary>Passes on a frame of somebody else as it is.</summary>
    public void Relay(Packet packet) => Offer(packet.Bytes);

    public void Send<T>(in T message)
        where T : struct, IMessage<T>
    {
        // Sequence numbers must leave in order, and several vehicles share the link: the one lock of the house.
        lock (sending)
        {
            Offer(sender.Pack(in message));
        }
    }

    private static Func<CancellationToken, ValueTask<ITransport>> Opening(LinkUrl url, TimeProvider time)
    {
        if (url.Kind != LinkKind.Serial) return cancel => Transport.OpenAsync(url, time, cancel);
        var adapter = new SerialAdapter(url.Host);
        return _ => ValueTask.FromResult<ITransport>(SerialTransport.Open(adapter.Find(), url.Number));
    }

    private void Offer(byte[] frame)
    {
        if (State != LinkState.Open || !toSend.Writer.TryWrite(new Waiting(frame, time.GetTimestamp()))) Interlocked.Increment(ref sendOverrun);
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
            while (!stop.IsCancellationRequested && !await OpenOnceAsync())
            {
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            State = LinkState.Closed;
            received.Writer.TryComplete();
        }
    }

    /// <summary>True when the pipe came to its end for good.</summary>
    private async Task<bool> OpenOnceAsync()
    {
        State = LinkState.Opening;
        try
        {
            await using var pipe = await open(stop.Token);
            Interlocked.Increment(ref opened);
            // A command that waited for a broken pipe must not reach the vehicle a minute late.
            while (toSend.Reader.TryRead(out _)) Interlocked.Increment(ref sendOverrun);
            State = LinkState.Open;
            using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            Task reading = ReadAsync(pipe, broken.Token), writing = WriteAsync(pipe, broken.Token);
            var first = await Task.WhenAny(reading, writing);
            await broken.CancelAsync();
            await (first == reading ? writing : reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await first;
            if (pipe.IsFinite) return true;
        }
        catch (Exception error) when (Transport.IsOutside(error))
        {
            LastFault = error;
        }

        State = LinkState.Waiting;
        await Task.Delay(ReopenAfter, time, stop.Token);
        return false;
    }

    private async Task ReadAsync(ITransport pipe, CancellationToken cancel)
    {
        var parser = new PacketParser();
        var buffer = new byte[16 * 1024];
        var packets = new List<Packet>();
        var (damagedBefore, unknownBefore, junkBefore) = (Interlocked.Read(ref damaged), Interlocked.Read(ref unknownId), Interlocked.Read(ref junkBytes));
        while (await pipe.ReadAsync(buffer, cancel) is > 0 and var count)
        {
            packets.Clear();
            parser.Feed(buffer.AsSpan(0, count), packets);
            Interlocked.Exchange(ref damaged, damagedBefore + parser.Counts.BadCrc);
            Interlocked.Exchange(ref unknownId, unknownBefore + parser.Counts.UnknownId);
            Interlocked.Exchange(ref junkBytes, junkBefore + parser.Counts.JunkBytes);
            var now = time.GetUtcNow();
            foreach (var packet in packets)
            {
                Interlocked.Increment(ref receivedCount);
                sink?.Received(now, packet);
                if (!received.Writer.TryWrite(packet)) Interlocked.Increment(ref overrun);
            }
        }
    }

    private async Task WriteAsync(ITransport pipe, CancellationToken cancel)
    {
        await foreach (var (frame, since) in toSend.Reader.ReadAllAsync(cancel))
        {
            if (time.GetElapsedTime(since) > Stale)
            {
                Interlocked.Increment(ref sendOverrun);
                continue;
            }

            await pipe.WriteAsync(frame, cancel);
            Interlocked.Increment(ref sentCount);
            sink?.Sent(time.GetUtcNow(), frame);
        }
    }

    private readonly record struct Waiting(byte[] Frame, long Since);
}
