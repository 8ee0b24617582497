namespace DroneFarm.Flight.Exchanges;

/// <summary>A link's round trip as its answers show it: mean and deviation after RFC 6298, from things said once only (Karn's rule).</summary>
internal sealed class RoundTrip
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan deviation;

    /// <summary>Zero while it is not known.</summary>
    public TimeSpan Mean { get; private set; }

    public void Learn(TimeSpan trip) => (Mean, deviation) = Mean == TimeSpan.Zero
        ? (trip, trip / 2)
        : ((Mean * 7 / 8) + (trip / 8), (deviation * 3 / 4) + ((trip - Mean).Duration() / 4));

    /// <summary>How long to wait for an answer before saying it again for the first time.</summary>
    public TimeSpan Wait(Pace pace)
    {
        if (Mean == TimeSpan.Zero) return pace.First;
        var learned = Mean + (4 * deviation);
        return learned < Shortest ? Shortest : learned < pace.Longest ? learned : pace.Longest;
    }

    /// <summary>How long to wait after it was said so many times: by half as long again each time, the first <paramref name="patient"/> times as at first.</summary>
    public TimeSpan Wait(Pace pace, int times, int patient = 1)
    {
        var wait = Wait(pace) * Math.Pow(1.5, Math.Max(0, times - patient));
        return wait < pace.Longest ? wait : pace.Longest;
    }
}
