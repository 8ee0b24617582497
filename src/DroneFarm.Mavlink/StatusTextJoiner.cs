using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Mavlink;

/// <summary>
/// Joins the chunks of long STATUSTEXTs. Chunks may come in any order; a line that stays incomplete is given out after
/// <see cref="Patience"/> with … in its gaps, because half a warning is better than none.
/// </summary>
/// <remarks>Source: mavlink.io, STATUSTEXT: id 0 is a text of one chunk; the chunk that holds a NUL is the last.</remarks>
public sealed class StatusTextJoiner
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostUnfinished = 32;

    private readonly List<Line> unfinished = [];

    /// <summary>Adds the lines that this chunk completes.</summary>
    public void Add(byte systemId, byte componentId, in Statustext chunk, DateTimeOffset now, List<StatusLine> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (chunk.Id == 0)
        {
            into.Add(new StatusLine(systemId, componentId, chunk.Severity, chunk.Text.ToText()));
            return;
        }

        var line = Find(systemId, componentId, chunk.Id);
        if (line is not null && line.Has(chunk.ChunkSeq)) GiveOut(line, into);
        if (line is null || line.IsGivenOut)
        {
            if (unfinished.Count == MostUnfinished) GiveOut(unfinished[0], into);
            unfinished.Add(line = new Line(systemId, componentId, chunk.Id, now));
        }

        line.Put(chunk);
        if (line.IsWhole) GiveOut(line, into);
    }

    /// <summary>Gives out the lines that waited too long for a chunk.</summary>
    public void GiveOutOverdue(DateTimeOffset now, List<StatusLine> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        foreach (var line in unfinished.Where(l => now - l.Begun >= Patience).ToList()) GiveOut(line, into);
    }

    private Line? Find(byte systemId, byte componentId, ushort id) =>
        unfinished.Find(l => l.SystemId == systemId && l.ComponentId == componentId && l.Id == id);

    private void GiveOut(Line line, List<StatusLine> into)
    {
        into.Add(line.ToStatusLine());
        line.IsGivenOut = true;
        unfinished.Remove(line);
    }

    private sealed class Line(byte systemId, byte componentId, ushort id, DateTimeOffset begun)
    {
        private readonly SortedDictionary<byte, Statustext> chunks = [];

        public byte SystemId => systemId;

        public byte ComponentId => componentId;

        public ushort Id => id;

        public DateTimeOffset Begun => begun;

        public bool IsGivenOut { get; set; }

        public bool IsWhole => chunks.Count == chunks.Keys.Last() + 1 && EndsText(chunks.Values.Last());

        public bool Has(byte chunk) => chunks.ContainsKey(chunk);

        public void Put(Statustext chunk) => chunks[chunk.ChunkSeq] = chunk;

        public StatusLine ToStatusLine()
        {
            // Joined as bytes: a character may lie across two chunks.
            List<byte> bytes = [];
            var next = 0;
            foreach (var (number, chunk) in chunks)
            {
                if (number > next) bytes.AddRange("…"u8);
                ReadOnlySpan<byte> text = chunk.Text;
                bytes.AddRange(EndsText(chunk) ? text[..text.IndexOf((byte)0)] : text);
                next = number + 1;
            }

            if (!EndsText(chunks.Values.Last())) bytes.AddRange("…"u8);
            return new StatusLine(SystemId, ComponentId, chunks.Values.First().Severity, WireText.Read([.. bytes]));
        }

        private static bool EndsText(Statustext chunk)
        {
            ReadOnlySpan<byte> text = chunk.Text;
            return text.Contains((byte)0);
        }
    }
}
