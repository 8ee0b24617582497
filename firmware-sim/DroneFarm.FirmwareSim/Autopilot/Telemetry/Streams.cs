namespace DroneFarm.FirmwareSim.Autopilot.Telemetry;

/// <summary>
/// Which messages go out how often. Only the heartbeat (and a TIMESYNC every ten seconds) until a ground station asks with
/// SET_MESSAGE_INTERVAL; a reboot forgets what was asked (point 28).
/// </summary>
internal sealed class Streams
{
    /// <summary>The main loop runs at 400 Hz; more than four fifths of that is denied (500 Hz was, 100 Hz was not).</summary>
    private const double ShortestS = 1 / 320.0;

    private readonly List<Stream> streams = [];

    /// <returns>False for a rate the vehicle cannot keep.</returns>
    public bool Set(uint messageId, double intervalUs, double defaultS, double nowS)
    {
        var intervalS = intervalUs == 0 ? defaultS : intervalUs / 1e6;
        streams.RemoveAll(s => s.MessageId == messageId);
        if (intervalUs < 0 || intervalS <= 0) return true;
        if (intervalS < ShortestS) return false;
        streams.Add(new Stream { MessageId = messageId, IntervalS = intervalS, NextS = nowS + Math.Min(intervalS, 0.01) });
        return true;
    }

    /// <summary>Microseconds between two, -1 when it is not sent.</summary>
    public int IntervalUs(uint messageId) =>
        streams.Find(s => s.MessageId == messageId) is { } stream ? (int)Math.Round(stream.IntervalS * 1e6) : -1;

    public void Step(double nowS, Action<uint> send)
    {
        foreach (var stream in streams)
        {
            if (nowS + 1e-9 < stream.NextS) continue;
            stream.NextS = Math.Max(stream.NextS + stream.IntervalS, nowS - stream.IntervalS);
            send(stream.MessageId);
        }
    }

    private sealed class Stream
    {
        public required uint MessageId { get; init; }

        public required double IntervalS { get; init; }

        public required double NextS { get; set; }
    }
}
