namespace DroneFarm.Mavlink;

/// <summary>Reads a tlog, the log format of ground stations; goes on behind damaged places.</summary>
public static class TlogReader
{
    /// <summary>Reads as the caller takes, holding one block of the stream at a time.</summary>
    public static IEnumerable<TlogRecord> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        List<TlogRecord> records = [];
        foreach (var _ in Blocks.Read(stream, (block, atEnd) => Take(block, atEnd, records)))
        {
            foreach (var record in records) yield return record;
            records.Clear();
        }
    }

    private static int Take(ReadOnlySpan<byte> block, bool atEnd, List<TlogRecord> into)
    {
        var scanner = new TlogScanner(block, atEnd);
        while (scanner.TryNext(out var time, out var frame)) into.Add(new TlogRecord(time, frame.ToPacket()));
        return scanner.Position;
    }
}
