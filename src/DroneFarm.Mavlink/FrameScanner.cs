using static DroneFarm.Mavlink.FrameLayout;

namespace DroneFarm.Mavlink;

/// <summary>
/// Finds the valid frames in a span, without allocation. After anything that is no valid frame it goes on one byte later, so a whole frame
/// is never lost behind a false start.
/// </summary>
/// <param name="data">Bytes of a stream, beginning anywhere.</param>
/// <param name="atEnd">No more bytes follow: a frame cut off by the end is junk and may hide a whole one inside.</param>
public ref struct FrameScanner(ReadOnlySpan<byte> data, bool atEnd = false)
{
    private readonly ReadOnlySpan<byte> data = data;
    private readonly bool atEnd = atEnd;
    private int position;
    private long good, badCrc, unknownId, junkBytes;

    /// <summary>Bytes dealt with. After the last frame, what lies behind may be the beginning of one.</summary>
    public readonly int Position => position;

    public readonly ParserCounts Counts => new(good, badCrc, unknownId, junkBytes);

    public bool TryNext(out FrameView frame)
    {
        while (position < data.Length)
        {
            switch (FrameCheck.Look(data[position..], out frame))
            {
                case FrameVerdict.Valid:
                    position += frame.Bytes.Length;
                    good++;
                    return true;
                case FrameVerdict.Incomplete when !atEnd:
                    return false;
                case FrameVerdict.UnknownId:
                    unknownId++;
                    break;
                case FrameVerdict.BadCrc:
                    badCrc++;
                    break;
            }

            SkipToMagic();
        }

        frame = default;
        return false;
    }

    /// <summary>Passes over bytes that are known not to be part of the stream, such as a tlog's timestamps.</summary>
    internal void Skip(int count) => position = Math.Min(position + count, data.Length);

    private void SkipToMagic()
    {
        var next = data[(position + 1)..].IndexOfAny(MagicV1, MagicV2);
        var skipped = next < 0 ? data.Length - position : next + 1;
        position += skipped;
        junkBytes += skipped;
    }
}
