namespace DroneFarm.Mavlink;

/// <summary>
/// A byte stream cut anywhere becomes packets. Holds the state of one link: at most one unfinished frame. Not for several threads.
/// </summary>
public sealed class PacketParser
{
    private readonly byte[] seam = new byte[2 * FrameLayout.MaxLength];
    private int kept;

    public ParserCounts Counts { get; private set; }

    /// <summary>Adds the frames that end in <paramref name="chunk"/>.</summary>
    public void Feed(ReadOnlySpan<byte> chunk, List<Packet> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        while (kept > 0 && chunk.Length > 0) chunk = chunk[CrossSeam(chunk, into)..];
        if (chunk.Length > 0) Keep(chunk[Scan(chunk, atEnd: false, into)..]);
    }

    /// <summary>The stream has ended: frames inside an unfinished one are found, the rest is junk.</summary>
    public void Finish(List<Packet> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        Scan(seam.AsSpan(0, kept), atEnd: true, into);
        kept = 0;
    }

    /// <summary>Scans the kept bytes together with the chunk's first ones; returns how many bytes of the chunk are dealt with.</summary>
    private int CrossSeam(ReadOnlySpan<byte> chunk, List<Packet> into)
    {
        var taken = Math.Min(chunk.Length, FrameLayout.MaxLength);
        chunk[..taken].CopyTo(seam.AsSpan(kept));
        var joined = seam.AsSpan(0, kept + taken);
        var done = Scan(joined, atEnd: false, into);
        if (done >= kept)
        {
            var ofChunk = done - kept;
            kept = 0;
            return ofChunk;
        }

        // Only possible when the chunk had less than a frame's length: all of it is now kept.
        Keep(joined[done..]);
        return taken;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        rest.CopyTo(seam);
        kept = rest.Length;
    }

    private int Scan(ReadOnlySpan<byte> bytes, bool atEnd, List<Packet> into)
    {
        var scanner = new FrameScanner(bytes, atEnd);
        while (scanner.TryNext(out var frame)) into.Add(frame.ToPacket());
        Counts += scanner.Counts;
        return scanner.Position;
    }
}
