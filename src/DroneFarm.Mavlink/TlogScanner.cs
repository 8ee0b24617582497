using System.Buffers.Binary;

namespace DroneFarm.Mavlink;

/// <summary>Finds the frames of a tlog in a span, without allocation. A record is 8 bytes, big-endian microseconds since 1970, and a frame.</summary>
public ref struct TlogScanner(ReadOnlySpan<byte> data, bool atEnd = true)
{
    internal const int TimeLength = sizeof(ulong);

    private const ulong MaxMicroseconds = 253_402_300_799_999_999; // the last one of the year 9999

    private readonly ReadOnlySpan<byte> data = data;
    private FrameScanner frames = new(data, atEnd);
    private int resumeAt;

    /// <summary>Bytes dealt with; what lies behind may be the beginning of a record.</summary>
    public readonly int Position => resumeAt;

    public readonly ParserCounts Counts => frames.Counts;

    /// <summary>The time of a damaged record, one that no calendar has, is that of 1970's first moment.</summary>
    public bool TryNext(out DateTimeOffset time, out FrameView frame)
    {
        frames.Skip(resumeAt + TimeLength - frames.Position);
        var found = frames.TryNext(out frame);
        var timeAt = frames.Position - frame.Bytes.Length - TimeLength;
        time = found ? ReadTime(data[timeAt..]) : default;
        resumeAt = found ? frames.Position : Math.Max(resumeAt, timeAt);
        return found;
    }

    private static DateTimeOffset ReadTime(ReadOnlySpan<byte> bytes)
    {
        var microseconds = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        return DateTimeOffset.UnixEpoch.AddTicks(microseconds <= MaxMicroseconds ? (long)microseconds * TimeSpan.TicksPerMicrosecond : 0);
    }
}
