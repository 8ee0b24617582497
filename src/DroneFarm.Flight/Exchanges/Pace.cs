namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// How an exchange repeats itself: after <see cref="First"/> while the link's round trip is not known, at most <see cref="Longest"/> apart, until
/// <see cref="GiveUpAfter"/> of silence.
/// </summary>
/// <remarks>
/// The MAVLink guide's 5 tries lose 3 % of the requests when 30 % of the packets are lost each way (1 - 0.7² = 0.51; 0.51^5). Counting silence instead of
/// tries gives about 15 of them: 0.51^15 = 0.004 %.
/// </remarks>
public sealed record Pace(TimeSpan First, TimeSpan Longest, TimeSpan GiveUpAfter)
{
    public static Pace Command { get; } = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(12));

    public static Pace Transfer { get; } = new(TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
}
