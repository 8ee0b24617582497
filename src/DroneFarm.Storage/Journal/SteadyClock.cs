namespace DroneFarm.Storage.Journal;

/// <summary>
/// The clock of a flight: the machine's time when the flight began, and from there on only what really passed. A machine whose clock is set during a flight, by
/// hand or by a time server, moves neither the order of what is recorded nor how long it took; the journal notes what the machine's clock says instead.
/// </summary>
public sealed class SteadyClock(TimeProvider machine) : TimeProvider
{
    private readonly DateTimeOffset start = machine.GetUtcNow();
    private readonly long startTimestamp = machine.GetTimestamp();

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <summary>How far the machine's clock has been set forward since the flight began; negative when it was set back.</summary>
    public TimeSpan WallAhead => machine.GetUtcNow() - GetUtcNow();

    public override DateTimeOffset GetUtcNow() => start + machine.GetElapsedTime(startTimestamp);

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);
}
