using System.Diagnostics;

namespace DroneFarm.Cli.Time;

/// <summary>
/// A clock that runs faster than the wall's, for flights against the simulated sprayer: the ground and the vehicle both live by it.
/// It moves in small steps and never leaps: when the machine stalls, the clock waits, so a busy laptop cannot make a radio time out. The speed is a wish.
/// </summary>
/// <remarks>
/// Timers are fired one by one in the order of their due moments by the one loop that moves the clock, so work done inside a
/// timer holds the clock back instead of being overtaken by it.
/// </remarks>
public sealed class PacedClock : TimeProvider, IAsyncDisposable
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Of this clock, between two rests in which everybody else may run. Far below the 5 s after which a vehicle misses its ground station: on a machine that
    /// hands out rests of 20 ms the clock is slow, but a heartbeat is never late.
    /// </summary>
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMilliseconds(600);

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan LongestStand = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private readonly PriorityQueue<(PacedTimer Timer, int Setting), (DateTimeOffset Due, long Order)> due = new();
    private readonly CancellationTokenSource stop = new();
    private readonly double speed;
    private readonly DateTimeOffset start;
    private DateTimeOffset now;
    private long order;
    private volatile Func<bool>? isBehind;

    /// <param name="start">The clock's first moment.</param>
    /// <param name="speed">Seconds of this clock in a second of the wall's; more than 0.</param>
    public PacedClock(DateTimeOffset start, double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        (this.start, this.now, this.speed) = (start, start, speed);
        Completion = Task.Run(RunAsync);
    }

    /// <summary>Ends when the clock is disposed; faults when a timer threw.</summary>
    public Task Completion { get; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => (GetUtcNow() - start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PacedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Lets the clock stand while somebody who lives by it is behind, as when packets wait to be read: what the wall's time does to a busy laptop
    /// then happens to nobody. It stands for a moment at most, so that a packet that is truly lost stops nothing.
    /// </summary>
    public void StandWhile(Func<bool> isBehind) => this.isBehind = isBehind;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    /// <summary>Puts a timer in the queue; a setting that was changed since is passed over when its moment comes.</summary>
    internal void Schedule(PacedTimer timer, int setting, TimeSpan after)
    {
        lock (gate) due.Enqueue((timer, setting), (now + after, order++));
    }

    private async Task RunAsync()
    {
        var wall = Stopwatch.StartNew();
        var last = wall.Elapsed;
        while (!stop.IsCancellationRequested)
        {
            await RestAsync(wall);
            var passed = (wall.Elapsed - last) * speed;
            last = wall.Elapsed;
            var left = passed < LongestBurst ? passed : LongestBurst;
            while (left > TimeSpan.Zero && !stop.IsCancellationRequested)
            {
                var step = left < LongestStep ? left : LongestStep;
                Advance(step);
                left -= step;
                await Task.Yield();
                await StandAsync(wall);
            }
        }
    }

    private async Task StandAsync(Stopwatch wall)
    {
        var since = wall.Elapsed;
        while (isBehind?.Invoke() == true && wall.Elapsed - since < LongestStand) await RestAsync(wall);
    }

    private static async Task RestAsync(Stopwatch wall)
    {
        if (!OperatingSystem.IsWindows())
        {
            await Task.Delay(Rest, System, CancellationToken.None);
            return;
        }

        // A delay there lasts at least 15 ms, which would slow every simulated flight.
        for (var until = wall.Elapsed + Rest; wall.Elapsed < until;) await Task.Yield();
    }

    private void Advance(TimeSpan step)
    {
        var until = GetUtcNow() + step;
        while (NextBefore(until) is { } next) next.Timer.Fire(next.Setting);
        lock (gate) now = until;
    }

    private (PacedTimer Timer, int Setting)? NextBefore(DateTimeOffset until)
    {
        lock (gate)
        {
            if (!due.TryPeek(out var next, out var priority) || priority.Due > until) return null;
            due.Dequeue();
            if (priority.Due > now) now = priority.Due;
            return next;
        }
    }
}
