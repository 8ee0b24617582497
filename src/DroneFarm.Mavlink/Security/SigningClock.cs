namespace DroneFarm.Mavlink.Security;

/// <summary>
/// The time that signatures carry: tens of microseconds since 2015, rising with each frame sent and never behind a frame received.
/// Store <see cref="Last"/> and begin with it at the next start, or a clock that was set back would make our own frames look replayed.
/// </summary>
/// <remarks>May be shared by the links of one program. Source: mavlink.io, "Message signing, Timestamp handling".</remarks>
public sealed class SigningClock(TimeProvider time, ulong last = 0)
{
    /// <summary>48 bits on the wire.</summary>
    public const ulong MaxTimestamp = 0xFFFF_FFFF_FFFF;

    private const long TicksPerUnit = 10 * TimeSpan.TicksPerMicrosecond;

    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private ulong last = last;

    /// <summary>The highest timestamp sent or seen.</summary>
    public ulong Last => Interlocked.Read(ref last);

    public static ulong TimestampOf(DateTimeOffset moment) => (ulong)Math.Max(0, (moment - Epoch).Ticks / TicksPerUnit);

    /// <summary>A timestamp for the next frame: now, or one more than the last.</summary>
    public ulong Next()
    {
        while (true)
        {
            var before = Last;
            var next = Math.Min(Math.Max(TimestampOf(time.GetUtcNow()), before + 1), MaxTimestamp);
            if (Interlocked.CompareExchange(ref last, next, before) == before) return next;
        }
    }

    /// <summary>The timestamp of this moment, which received ones are compared with.</summary>
    public ulong Now() => Math.Max(TimestampOf(time.GetUtcNow()), Last);

    /// <summary>A valid frame of another sender carried this timestamp.</summary>
    public void Observe(ulong timestamp)
    {
        for (var before = Last; timestamp > before; before = Last)
            if (Interlocked.CompareExchange(ref last, timestamp, before) == before) return;
    }
}
