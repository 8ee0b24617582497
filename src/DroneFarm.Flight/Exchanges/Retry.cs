namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// When to say something again, and when to give up. It learns the link's <see cref="RoundTrip"/> and repeats after it, by half as long again each time,
/// within the <see cref="Pace"/>.
/// </summary>
internal sealed class Retry(Pace pace)
{
    private readonly RoundTrip trip = new();
    private DateTimeOffset giveUp;
    private DateTimeOffset firstSent;

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
        if (Times == 1) trip.Learn(now - firstSent);
        Begin(now);
    }

    /// <summary>From here on another thing is said, with the patience that is left.</summary>
    public void NextThing() => Times = 0;

    /// <summary>Counts a sending; the answer is when to look again.</summary>
    public DateTimeOffset Sent(DateTimeOffset now)
    {
        if (Times++ == 0) firstSent = now;
        var again = now + trip.Wait(pace, Times);
        return again < giveUp ? again : giveUp;
    }
}
