namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// Numbered pieces that are asked for one by one, several at a time, each again until it comes: mission items, parameters, parts of a file or log. A lost
/// answer delays only its own piece.
/// </summary>
internal sealed class Pieces(int count, Pace pace, int window, DateTimeOffset now)
{
    /// <summary>The window keeps the link from being flooded; only what stays away for longer than loss explains is asked for more seldom.</summary>
    private const int Patient = 12;
    private const int Few = 12;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    private readonly bool[] have = new bool[count];
    private readonly RoundTrip trip = new();
    private readonly List<Asked> underWay = [];
    private DateTimeOffset lastNews = now;
    private int next;

    public int Count { get; } = count;

    /// <summary>How many may be on their way at once.</summary>
    public int Window { get; set; } = window;

    /// <summary>The link's mean round trip; zero while it is not known.</summary>
    public TimeSpan Trip => trip.Mean;

    public int Missing { get; private set; } = count;

    public bool IsComplete => Missing == 0;

    /// <summary>When to look again: the first piece to be asked for again, or the end of all patience.</summary>
    public DateTimeOffset Due { get; private set; } = now;

    public bool Has(int piece) => have[piece];

    /// <summary>Nothing new for as long as the pace allows.</summary>
    public bool IsOver(DateTimeOffset now) => now - lastNews >= pace.GiveUpAfter;

    /// <summary>A piece came; false when it was there already.</summary>
    public bool Take(int piece, DateTimeOffset now)
    {
        if (have[piece]) return false;
        have[piece] = true;
        Missing--;
        lastNews = now;
        var at = underWay.FindIndex(a => a.Piece == piece);
        if (at < 0) return true;
        if (underWay[at].Times == 1) trip.Learn(now - underWay[at].At);
        underWay.RemoveAt(at);
        return true;
    }

    /// <summary>The pieces to ask for now: those whose time has come again, and the next missing ones while there is room.</summary>
    /// <param name="below">Pieces from here on may still come by themselves.</param>
    /// <param name="most">At a stroke; the rest a breath later.</param>
    public IReadOnlyList<int> Ask(DateTimeOffset now, int below = int.MaxValue, int most = int.MaxValue)
    {
        var ask = new List<int>();
        for (var i = 0; i < underWay.Count && ask.Count < most; i++)
        {
            if (now < underWay[i].Again) continue;
            underWay[i] = Say(underWay[i].Piece, underWay[i].Times + 1, now);
            ask.Add(underWay[i].Piece);
        }

        for (; next < Count && next < below && underWay.Count < Window && ask.Count < most; next++)
        {
            if (have[next]) continue;
            underWay.Add(Say(next, 1, now));
            ask.Add(next);
        }

        // The last few hold up everything and cost little: each question goes out twice.
        if (next >= Count && underWay.Count <= Few) ask.AddRange([.. ask]);
        Due = ask.Count == most ? now + Breath : lastNews + pace.GiveUpAfter;
        foreach (var asked in underWay)
        {
            if (asked.Again < Due) Due = asked.Again;
        }

        return ask;
    }

    private Asked Say(int piece, int times, DateTimeOffset now) => new(piece, times, now, now + trip.Wait(pace, times, Patient));

    private readonly record struct Asked(int Piece, int Times, DateTimeOffset At, DateTimeOffset Again);
}
