using System.Threading.Channels;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Exchanges.Heights;
using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Vehicles;

/// <summary>
/// One vehicle and the one loop that owns everything about it: its state, the exchanges that run with it, the messages it is asked for, and the watch over
/// its link. All else sees immutable snapshots. The loop sleeps until a packet comes, somebody asks for an exchange, or the next moment is due.
/// </summary>
public sealed class Vehicle : IPeer, IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.5);

    private readonly TimeProvider time;
    private readonly VehicleLinks links;
    private readonly RoundTripMeter roundTrip;
    private readonly VehicleOptions options;
    private readonly StreamKeeper streams;
    private readonly StatusTextJoiner texts = new();
    private readonly List<StatusLine> lines = [];
    private readonly Conversations conversations;
    private readonly List<IVehicleObserver> observers = [];
    private readonly Channel<Input> inbox = Channel.CreateBounded<Input>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly ITimer alarm;
    private readonly HeightServer? heights;
    private volatile VehicleState state;
    private volatile bool isLost;
    private volatile bool sleeps;
    private readonly ILink first;
    private volatile IReadOnlyList<LinkQuality> quality = [];
    private volatile ILink? used;
    private long roundTripTicks;
    private int failovers;
    private long overrun;
    private DateTimeOffset nextLook;

    public Vehicle(VehicleId id, ILink link, Own own, TimeProvider time, VehicleOptions options)
    {
        (links, Own, this.time, this.options) = (new VehicleLinks(link), own, time, options);
        (roundTrip, first, conversations) = (new RoundTripMeter(options.RoundTripEvery), link, new Conversations(this));
        (state, streams) = (new VehicleState(id), new StreamKeeper(options.Streams));
        heights = options.GroundM is { } groundM ? new HeightServer(groundM, data => Send(in data), time) : null;
        alarm = time.CreateTimer(_ => inbox.Writer.TryWrite(default), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Completion = Task.Run(RunAsync);
    }

    /// <summary>The latest snapshot.</summary>
    public VehicleState State => state;

    public VehicleId Id => state.Id;

    /// <summary>Whether the autopilot was silent for longer than the limit.</summary>
    public bool IsLost => isLost;

    /// <summary>Packets that came faster than they were read: a fault of ours, 0 in health.</summary>
    public long Overrun => Interlocked.Read(ref overrun);

    /// <summary>Ends when the vehicle is disposed; faults on a bug.</summary>
    public Task Completion { get; }

    /// <summary>Whether the loop sleeps with nothing left to do: what a test waits for before it moves its clock.</summary>
    internal bool IsIdle => sleeps && inbox.Reader.Count == 0;

    public byte SystemId => state.Id.SystemId;

    public byte ComponentId => StateReader.Autopilot;

    public Own Own { get; }

    public void Send<T>(in T message)
        where T : struct, IMessage<T> => (used ?? first).Send(in message);

    /// <summary>How each link serves it, as of the last half second.</summary>
    public IReadOnlyList<LinkQuality> Links => quality;

    /// <summary>From us to it and back, as last measured; null while it was not.</summary>
    public TimeSpan? RoundTrip => Interlocked.Read(ref roundTripTicks) is > 0 and var ticks ? TimeSpan.FromTicks(ticks) : null;

    /// <summary>The ground's height in metres above mean sea level as this program knows it, which may read files; null where it knows none.</summary>
    public Func<GeoPoint, double?>? GroundM => options.GroundM;

    /// <summary>What became of its requests for heights of the ground; null where they are not answered.</summary>
    public HeightCounts? Heights => heights?.Counts;

    /// <summary>How often another link took over.</summary>
    public int Failovers => Volatile.Read(ref failovers);

    /// <summary>Hands in a packet of this vehicle. Called by the link's loop; never waits.</summary>
    /// <param name="over">Which link brought it; null means the first one.</param>
    public void Deliver(Packet packet, ILink? over = null)
    {
        if (!inbox.Writer.TryWrite(new Input { Packet = packet, Over = over })) Interlocked.Increment(ref overrun);
    }

    /// <summary>Runs a conversation to its end. Cancelling ends it with its own word for that, never with an exception.</summary>
    public async Task<TResult> RunAsync<TResult>(Exchange<TResult> exchange, CancellationToken cancel = default)
        where TResult : notnull
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (await PostAsync(new Input { Start = exchange, Ended = ended }))
        {
            await using (cancel.UnsafeRegister(_ => PostAsync(new Input { Abort = exchange }).AsTask(), null))
            {
                await Task.WhenAny(ended.Task, Completion);
            }
        }

        if (!exchange.IsDone) exchange.Abort(AbortReason.Closed);
        return exchange.Result;
    }

    /// <summary>Waits until <paramref name="seen"/> holds of the state; false when the time ran out or it was cancelled.</summary>
    public Task<bool> WaitAsync(Func<VehicleState, DateTimeOffset, bool> seen, TimeSpan limit, CancellationToken cancel = default) =>
        RunAsync(new Wait(seen, limit), cancel);

    /// <summary>Lets an observer see every change from now on; disposing the answer ends that.</summary>
    public async Task<IAsyncDisposable> ObserveAsync(IVehicleObserver observer)
    {
        await PostAsync(new Input { Add = observer });
        return new Observation(this, observer);
    }

    public async ValueTask DisposeAsync()
    {
        inbox.Writer.TryComplete();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await alarm.DisposeAsync();
        if (heights is not null) await heights.DisposeAsync();
    }

    /// <summary>False when the loop has ended.</summary>
    private async ValueTask<bool> PostAsync(Input input)
    {
        while (await inbox.Writer.WaitToWriteAsync())
        {
            if (inbox.Writer.TryWrite(input)) return true;
        }

        return false;
    }

    private async Task RunAsync()
    {
        try
        {
            nextLook = time.GetUtcNow();
            SetAlarm(nextLook);
            while (await NextAsync())
            {
                while (inbox.Reader.TryRead(out var input)) Take(input, time.GetUtcNow());
                SetAlarm(time.GetUtcNow());
            }
        }
        finally
        {
            inbox.Writer.TryComplete();
        }
    }

    private async ValueTask<bool> NextAsync()
    {
        var next = inbox.Reader.WaitToReadAsync();
        sleeps = !next.IsCompleted;
        var more = await next;
        sleeps = false;
        return more;
    }

    private void Take(in Input input, DateTimeOffset now)
    {
        if (input.Packet is { } packet) Heard(packet, input.Over ?? first, now);
        else if (input.Start is { } exchange) conversations.Begin(exchange, input.Ended!);
        else if (input.Abort is { } aborted) aborted.Abort(AbortReason.Cancelled);
        else if (input.Add is { } added) observers.Add(added);
        else if (input.Remove is { } removed) observers.Remove(removed);
        Tick(now);
        conversations.Settle(now);
    }

    private void Heard(Packet packet, ILink over, DateTimeOffset now)
    {
        if (!links.Take(packet, over, now)) return;
        roundTrip.Saw(packet, now);
        var before = state;
        var after = before.After(packet, now);
        state = after;
        streams.Saw(packet);
        if (after.Boots != before.Boots) streams.Restart();
        WatchLink(now);
        foreach (var observer in observers) observer.Saw(before, after, packet, now);
        if (packet.ComponentId == ComponentId && packet.TryRead(out Statustext chunk)) texts.Add(SystemId, ComponentId, chunk, now, lines);
        GiveOutTexts(now);
        conversations.On(packet, now);
        if (packet.ComponentId == ComponentId) heights?.On(packet);
    }

    /// <summary>Each whole line is a change of its own.</summary>
    private void GiveOutTexts(DateTimeOffset now)
    {
        foreach (var line in lines)
        {
            var before = state;
            state = before.After(new Notice(line.Severity, line.Text), now);
            foreach (var observer in observers) observer.Saw(before, state, null, now);
        }

        lines.Clear();
    }

    private void Tick(DateTimeOffset now)
    {
        conversations.Tick(now);
        var changed = WatchLink(now);
        if (now < nextLook && !changed) return;
        nextLook = now + LookEvery;
        texts.GiveOutOverdue(now, lines);
        GiveOutTexts(now);
        ChooseLink(now);
        if (!isLost)
        {
            streams.Look(now, this);
            roundTrip.Look(now, this);
        }

        foreach (var observer in observers) observer.Saw(state, state, null, now);
    }

    private void ChooseLink(DateTimeOffset now)
    {
        links.Choose(now);
        // What was asked for over the other link is not sent over this one.
        if (used is { } before && before != links.Used) streams.Restart();
        (used, quality) = (links.Used, links.Look(SystemId, now));
        Volatile.Write(ref failovers, links.Failovers);
        Interlocked.Exchange(ref roundTripTicks, roundTrip.Last?.Ticks ?? 0);
    }

    private bool WatchLink(DateTimeOffset now)
    {
        var lost = state.IsSilent(now, options.LinkLostAfter);
        if (lost == isLost) return false;
        if (isLost) streams.Restart();
        isLost = lost;
        return true;
    }

    private void SetAlarm(DateTimeOffset now)
    {
        var due = nextLook;
        if (!isLost && state.LastHeard + options.LinkLostAfter is { } silence && silence < due) due = silence;
        if (conversations.Due is { } at && at < due) due = at;
        alarm.Change(due > now ? due - now : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private readonly struct Input
    {
        public Packet? Packet { get; init; }

        public ILink? Over { get; init; }

        public Exchange? Start { get; init; }

        public TaskCompletionSource? Ended { get; init; }

        public Exchange? Abort { get; init; }

        public IVehicleObserver? Add { get; init; }

        public IVehicleObserver? Remove { get; init; }
    }

    private sealed class Observation(Vehicle vehicle, IVehicleObserver observer) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await vehicle.PostAsync(new Input { Remove = observer });
    }
}
