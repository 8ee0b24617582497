namespace DroneFarm.Flight.Exchanges;

/// <summary>A link's round trip as its answers show it: mean and deviation after RFC 6298, from things said once only (Karn's rule).</summary>
internal sealed class RoundTrip
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan mean;
    private TimeSpan deviation;

    public void Learn(TimeSpan trip) => (mean, deviation) = mean == TimeSpan.Zero
        ? (trip, trip / 2)
        : ((mean * 7 / 8) + (trip / 8), (deviation * 3 / 4) + ((trip - mean).Duration() / 4));

    /// <summary>How long to wait for an answer before saying it again for the first time.</summary>
    public TimeSpan Wait(Pace pace)
    {
        if (mean == TimeSpan.Zero) return pace.First;
        var learned = mean + (4 * deviation);
        return learned < Shortest ? Shortest : learned < pace.Longest ? learned : pace.Longest;
    }

    /// <summary>How long to wait after it was said so many times.</summary>
    public TimeSpan Wait(Pace pace, int times)
    {
        var wait = Wait(pace) * Math.Pow(1.5, Math.Max(0, times - 1));
        return wait < pace.Longest ? wait : pace.Longest;
    }
}
