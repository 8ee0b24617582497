namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// When to say something again, and when to give up. It learns the link's round trip from answers to things said once (Karn's rule) and repeats after
/// mean + 4 x deviation (RFC 6298), by half as long again each time, within the <see cref="Pace"/>.
/// </summary>
internal sealed class Retry(Pace pace)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private DateTimeOffset giveUp;
    private DateTimeOffset firstSent;
    private TimeSpan wait;
    private TimeSpan mean;
    private TimeSpan deviation;

    /// <summary>How often the thing in hand was said.</summary>
    public int Times { get; private set; }

    public bool IsOver(DateTimeOffset now) => now >= giveUp;

    /// <summary>The other side has moved on, or nothing was said yet: full patience for the next thing to say.</summary>
    public void Begin(DateTimeOffset now)
    {
        giveUp = now + pace.GiveUpAfter;
        NextThing();
    }

    /// <summary>What was said last is answered; measures the round trip.</summary>
    public void Answered(DateTimeOffset now)
    {
        if (Times == 1) Learn(now - firstSent);
        Begin(now);
    }

    /// <summary>From here on another thing is said, with the patience that is left.</summary>
    public void NextThing() => (Times, wait) = (0, TimeSpan.Zero);

    /// <summary>Counts a sending; the answer is when to look again.</summary>
    public DateTimeOffset Sent(DateTimeOffset now)
    {
        if (Times++ == 0) firstSent = now;
        wait = wait == TimeSpan.Zero ? FirstWait() : wait * 1.5 < pace.Longest ? wait * 1.5 : pace.Longest;
        return now + wait < giveUp ? now + wait : giveUp;
    }

    private TimeSpan FirstWait()
    {
        if (mean == TimeSpan.Zero) return pace.First;
        var learned = mean + (4 * deviation);
        return learned < Shortest ? Shortest : learned < pace.Longest ? learned : pace.Longest;
    }

    private void Learn(TimeSpan trip)
    {
        (mean, deviation) = mean == TimeSpan.Zero
            ? (trip, trip / 2)
            : ((mean * 7 / 8) + (trip / 8), (deviation * 3 / 4) + ((trip - mean).Duration() / 4));
    }
}
