namespace DroneFarm.Flight.Links.Corrections;

/// <summary>
/// Finds RTCM 3 messages in a stream of bytes: 0xD3, six zero bits, ten bits of length, the message, 24 bits of CRC-24Q (RTCM 10403). Junk between is passed over.
/// </summary>
internal sealed class RtcmScanner
{
    private const byte Preamble = 0xD3;
    private const int HeaderLength = 3, CrcLength = 3, MostLength = HeaderLength + 1023 + CrcLength;

    private readonly List<byte> kept = new(MostLength);

    /// <summary>Bytes that belonged to no whole message.</summary>
    public long Junk { get; private set; }

    /// <summary>Whole messages, frames and all, that end in these bytes.</summary>
    public IReadOnlyList<byte[]> Feed(ReadOnlySpan<byte> bytes)
    {
        kept.AddRange(bytes);
        var found = new List<byte[]>();
        var at = 0;
        while (at < kept.Count)
        {
            var length = LengthAt(at);
            if (length < 0)
            {
                // A preamble in the middle of a damaged message would hold up the whole ones behind it for up to a kilobyte.
                var next = NextWhole(at + 1);
                if (next < 0) break;
                Junk += next - at;
                at = next;
                continue;
            }

            if (length == 0 || !IsWhole(at, length))
            {
                Junk++;
                at++;
                continue;
            }

            found.Add([.. kept.GetRange(at, length)]);
            at += length;
        }

        kept.RemoveRange(0, at);
        return found;
    }

    /// <summary>The type, 1005 or 1077 for example: the first twelve bits of a message.</summary>
    public static int TypeOf(ReadOnlySpan<byte> frame) => frame.Length < HeaderLength + 2 ? 0 : (frame[HeaderLength] << 4) | (frame[HeaderLength + 1] >> 4);

    internal static uint Crc24Q(ReadOnlySpan<byte> bytes)
    {
        var crc = 0u;
        foreach (var b in bytes)
        {
            crc ^= (uint)b << 16;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 0x800000) != 0 ? (crc << 1) ^ 0x1864CFB : crc << 1;
        }

        return crc & 0xFFFFFF;
    }

    /// <summary>Of the message that may begin here; 0 for none, -1 while too few bytes came to tell.</summary>
    private int LengthAt(int at)
    {
        if (kept[at] != Preamble) return 0;
        if (at + HeaderLength > kept.Count) return -1;
        if ((kept[at + 1] & 0xFC) != 0) return 0;
        var length = HeaderLength + (((kept[at + 1] & 3) << 8) | kept[at + 2]) + CrcLength;
        return at + length > kept.Count ? -1 : length;
    }

    private int NextWhole(int from)
    {
        for (var at = from; at < kept.Count; at++)
        {
            if (LengthAt(at) is > 0 and var length && IsWhole(at, length)) return at;
        }

        return -1;
    }

    private bool IsWhole(int at, int length)
    {
        var end = at + length - CrcLength;
        var told = ((uint)kept[end] << 16) | ((uint)kept[end + 1] << 8) | kept[end + 2];
        return Crc24Q(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kept).Slice(at, length - CrcLength)) == told;
    }
}
