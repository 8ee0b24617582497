namespace DroneFarm.Cli.Time;

/// <summary>One timer of a <see cref="PacedClock"/>, with the meaning of <see cref="ITimer"/>.</summary>
internal sealed class PacedTimer(PacedClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock gate = new();
    private int setting;
    private TimeSpan period = Timeout.InfiniteTimeSpan;
    private bool disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (disposed) return false;
            setting++;
            this.period = period;
            if (dueTime != Timeout.InfiniteTimeSpan) clock.Schedule(this, setting, dueTime);
            return true;
        }
    }

    /// <summary>Runs the callback unless the timer was changed or disposed after this setting was made.</summary>
    public void Fire(int firedSetting)
    {
        lock (gate)
        {
            if (disposed || firedSetting != setting) return;
            if (period > TimeSpan.Zero) clock.Schedule(this, setting, period);
        }

        callback(state);
    }

    public void Dispose()
    {
        lock (gate) disposed = true;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
