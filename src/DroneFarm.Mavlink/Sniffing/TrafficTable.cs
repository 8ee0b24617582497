using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Mavlink.Sniffing;

/// <summary>Counts the messages of a link by system, component and type, with their rates over the last seconds and the loss of each sender.</summary>
public sealed class TrafficTable
{
    /// <summary>Rates are over this long.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly SortedDictionary<(byte System, byte Component, uint Message), Row> rows = [];
    private readonly LossMeter loss = new();
    private DateTimeOffset? begun;

    public void Add(in FrameView frame, DateTimeOffset now)
    {
        begun ??= now;
        loss.Add(in frame);
        var key = (frame.SystemId, frame.ComponentId, frame.MessageId);
        if (!rows.TryGetValue(key, out var row)) rows[key] = row = new Row();
        row.See(now);
    }

    /// <summary>The table at a moment; <paramref name="counts"/> come from the parser of the same link.</summary>
    public TrafficReport Report(ParserCounts counts, DateTimeOffset now) => new(
        counts,
        [.. loss.Senders.Select(s => new SenderTraffic(s.SystemId, s.ComponentId, loss.Of(s.SystemId, s.ComponentId)))],
        [.. rows.Select(r => new MessageTraffic(
            r.Key.System, r.Key.Component, r.Key.Message, MessageCatalog.NameOf(r.Key.Message), r.Value.Count, RateHz(r.Value, now), r.Value.Last))]);

    /// <summary>Before a whole window has passed, the rate is over the time since the first frame of the link.</summary>
    private double RateHz(Row row, DateTimeOffset now)
    {
        var span = now - (begun ?? now);
        var overS = (span < Window ? span : Window).TotalSeconds;
        return overS <= 0 ? 0 : row.SeenSince(now - Window) / overS;
    }

    private sealed class Row
    {
        private readonly Queue<DateTimeOffset> recent = [];

        public long Count { get; private set; }

        public DateTimeOffset Last { get; private set; }

        public void See(DateTimeOffset now)
        {
            Count++;
            Last = now;
            recent.Enqueue(now);
            Forget(now - Window);
        }

        public int SeenSince(DateTimeOffset moment)
        {
            Forget(moment);
            return recent.Count;
        }

        private void Forget(DateTimeOffset before)
        {
            while (recent.TryPeek(out var first) && first <= before) recent.Dequeue();
        }
    }
}
