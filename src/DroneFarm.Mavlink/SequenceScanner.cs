using System.Buffers;

namespace DroneFarm.Mavlink;

/// <summary>
/// Finds the valid frames in a sequence of segments, such as a pipe's buffer, without allocation. Frames inside a segment are seen in place;
/// where segments meet, bytes are copied to the seam.
/// </summary>
public ref struct SequenceScanner
{
    public const int SeamLength = 2 * FrameLayout.MaxLength;

    private readonly Span<byte> seam;
    private readonly bool atEnd;
    private ReadOnlySequence<byte> rest;
    private FrameScanner window;
    private ParserCounts before;
    private bool isLast;

    /// <param name="data">Bytes of a stream, beginning anywhere.</param>
    /// <param name="seam">At least <see cref="SeamLength"/> bytes to work in.</param>
    /// <param name="atEnd">No more bytes follow.</param>
    public SequenceScanner(ReadOnlySequence<byte> data, Span<byte> seam, bool atEnd = false)
    {
        if (seam.Length < SeamLength) throw new ArgumentException($"needs {SeamLength} bytes", nameof(seam));
        (rest, this.atEnd) = (data, atEnd);
        this.seam = seam;
        OpenWindow();
    }

    /// <summary>Bytes before it are dealt with. What lies behind may be the beginning of a frame.</summary>
    public readonly SequencePosition Consumed => rest.GetPosition(window.Position);

    public readonly ParserCounts Counts => before + window.Counts;

    /// <summary>The frame may lie in the seam: it is good until the next call.</summary>
    public bool TryNext(out FrameView frame)
    {
        while (!window.TryNext(out frame))
        {
            if (isLast) return false;
            before += window.Counts;
            rest = rest.Slice(window.Position);
            OpenWindow();
        }

        return true;
    }

    /// <summary>
    /// The first segment, or where it is shorter than a frame can be, a copy of it and what follows. So every window but the last decides at least
    /// one byte.
    /// </summary>
    private void OpenWindow()
    {
        var bytes = rest.FirstSpan;
        if (bytes.Length < FrameLayout.MaxLength && !rest.IsSingleSegment)
        {
            var length = (int)Math.Min(SeamLength, rest.Length);
            rest.Slice(0, length).CopyTo(seam);
            bytes = seam[..length];
        }

        isLast = bytes.Length == rest.Length;
        window = new FrameScanner(bytes, atEnd && isLast);
    }
}
