using System.Buffers.Binary;
using DroneFarm.Mavlink.Checksums;
using DroneFarm.Mavlink.Messages;
using static DroneFarm.Mavlink.FrameLayout;

namespace DroneFarm.Mavlink;

/// <summary>Judges the bytes at one place. A false start is turned down as early as its header allows, so that it does not hold up the frame behind it.</summary>
internal static class FrameCheck
{
    /// <summary>Looks at the start of <paramref name="data"/>, which is not empty; <paramref name="frame"/> is set when the verdict is valid.</summary>
    public static FrameVerdict Look(ReadOnlySpan<byte> data, out FrameView frame)
    {
        frame = default;
        return data[0] switch
        {
            MagicV2 => LookV2(data, ref frame),
            MagicV1 => LookV1(data, ref frame),
            _ => FrameVerdict.NoFrame,
        };
    }

    private static FrameVerdict LookV2(ReadOnlySpan<byte> data, ref FrameView frame)
    {
        if (data.Length > 2 && (data[2] & ~FlagSigned) != 0) return FrameVerdict.NoFrame;
        if (data.Length < HeaderV2) return FrameVerdict.Incomplete;
        var id = FrameView.ReadId(data);
        var info = MessageTable.Find(id);
        if (!info.IsKnown) return FrameVerdict.UnknownId;
        var crcAt = HeaderV2 + data[1];
        var length = crcAt + CrcLength + (data[2] * SignatureLength);
        return Finish(data, crcAt, length, info, id, ref frame);
    }

    private static FrameVerdict LookV1(ReadOnlySpan<byte> data, ref FrameView frame)
    {
        if (data.Length < HeaderV1) return FrameVerdict.Incomplete;
        var info = MessageTable.Find(data[5]);
        if (!info.IsKnown) return FrameVerdict.UnknownId;
        if (data[1] < info.MinLength || data[1] > info.MaxLength) return FrameVerdict.NoFrame;
        var crcAt = HeaderV1 + data[1];
        return Finish(data, crcAt, crcAt + CrcLength, info, data[5], ref frame);
    }

    private static FrameVerdict Finish(ReadOnlySpan<byte> data, int crcAt, int length, MessageInfo info, uint id, ref FrameView frame)
    {
        if (data.Length < length) return FrameVerdict.Incomplete;
        var sent = BinaryPrimitives.ReadUInt16LittleEndian(data[crcAt..]);
        if (sent != Crc16.Of(data[1..crcAt], info.CrcExtra)) return FrameVerdict.BadCrc;
        frame = new FrameView(data[..length], id);
        return FrameVerdict.Valid;
    }
}
