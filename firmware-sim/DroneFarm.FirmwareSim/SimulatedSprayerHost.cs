using System.Net;
using DroneFarm.FirmwareSim.Faults;
using DroneFarm.FirmwareSim.Wires;

namespace DroneFarm.FirmwareSim;

/// <summary>
/// Runs a simulated sprayer in the time of a <see cref="TimeProvider"/> on a loopback socket. One timer does all: take what arrived,
/// advance the vehicle by the time that has passed, send what it said; it has no thread and no sleep of its own, so that an
/// accelerated clock carries it along. After a stall the vehicle lives only <see cref="LongestStall"/> of it.
/// </summary>
public sealed class SimulatedSprayerHost : IAsyncDisposable
{
    public static readonly TimeSpan LongestStall = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Tick = SimulatedSprayer.StepLength;

    private readonly Lock gate = new();
    private readonly SimulatedSprayer sprayer;
    private readonly IWire wire;
    private readonly TimeProvider time;
    private readonly LossyWire? toGround, fromGround;
    private readonly byte[] buffer = new byte[65_536];
    private readonly ITimer timer;
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last, sent, received;
    private bool started, ended;

    /// <param name="sprayer">The vehicle; from here on reach it through <see cref="With{T}"/> only.</param>
    /// <param name="address">
    /// "udp:127.0.0.1:14550": sends to a ground station that listens there, and afterwards to whoever answers;
    /// "tcp:127.0.0.1:5760": waits for a ground station before the vehicle starts (port 0: a free one, see <see cref="LocalEndPoint"/>).
    /// </param>
    /// <param name="time">The clock the vehicle lives by.</param>
    /// <param name="toGround">A bad radio downwards.</param>
    /// <param name="fromGround">A bad radio upwards.</param>
    /// <exception cref="FormatException">The address is of neither kind, or not on loopback.</exception>
    public SimulatedSprayerHost(
        SimulatedSprayer sprayer, string address, TimeProvider time, LossyWire? toGround = null, LossyWire? fromGround = null)
    {
        this.sprayer = sprayer;
        this.time = time;
        this.toGround = toGround;
        this.fromGround = fromGround;
        wire = WireAddress.Open(address);
        last = time.GetTimestamp();
        timer = time.CreateTimer(_ => OnTick(), null, Tick, Tick);
    }

    /// <summary>Where this end is bound.</summary>
    public IPEndPoint LocalEndPoint => wire.LocalEndPoint;

    /// <summary>Frames handed to the socket so far.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Datagrams or chunks taken from the socket so far.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>Ends when disposed; faults when stepping threw.</summary>
    public Task Completion => completion.Task;

    /// <summary>Looks at the vehicle or does something to it, between two steps.</summary>
    public T With<T>(Func<SimulatedSprayer, T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (gate) return action(sprayer);
    }

    public void With(Action<SimulatedSprayer> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (gate) action(sprayer);
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        lock (gate)
        {
            if (ended) return;
            ended = true;
            wire.Dispose();
        }

        completion.TrySetResult();
    }

    private void OnTick()
    {
        // A system timer may fire again while the last tick still runs; that tick makes up for it.
        if (!gate.TryEnter()) return;
        try
        {
            if (!ended) Advance();
        }
#pragma warning disable CA1031 // The fault is handed to whoever awaits Completion.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            ended = true;
            wire.Dispose();
            completion.TrySetException(fault);
        }
        finally
        {
            gate.Exit();
        }
    }

    private void Advance()
    {
        var now = time.GetTimestamp();
        var passed = time.GetElapsedTime(last, now);
        last = now;
        if (passed > LongestStall) passed = LongestStall;
        while (wire.TryReceive(buffer, out var length))
        {
            Interlocked.Increment(ref received);
            Deliver(buffer.AsSpan(0, length));
        }

        if (!started && !wire.IsOpen) return;
        started = true;
        if (fromGround is not null)
        {
            foreach (var bytes in fromGround.Take(sprayer.Elapsed)) sprayer.Receive(bytes);
        }

        foreach (var frame in sprayer.Step(passed))
        {
            if (toGround is null) Send(frame);
            else toGround.Put(frame, sprayer.Elapsed);
        }

        if (toGround is null) return;
        foreach (var frame in toGround.Take(sprayer.Elapsed)) Send(frame);
    }

    private void Send(byte[] frame)
    {
        wire.Send(frame);
        Interlocked.Increment(ref sent);
    }

    private void Deliver(ReadOnlySpan<byte> bytes)
    {
        if (fromGround is null) sprayer.Receive(bytes);
        else fromGround.Put(bytes.ToArray(), sprayer.Elapsed);
    }
}
