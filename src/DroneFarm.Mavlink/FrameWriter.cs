using System.Buffers.Binary;
using DroneFarm.Mavlink.Checksums;
using DroneFarm.Mavlink.Security;
using static DroneFarm.Mavlink.FrameLayout;

namespace DroneFarm.Mavlink;

/// <summary>
/// Writes frames; each method returns the frame's length. The destination holds <see cref="MaxFrameLength"/> bytes, or at least the overhead
/// and the message's full payload.
/// </summary>
public static class FrameWriter
{
    public const int MaxFrameLength = MaxLength;

    /// <summary>MAVLink 2: zeros at the payload's end are not sent, except its first byte.</summary>
    public static int Write<T>(Span<byte> destination, in T message, byte sequence, byte systemId, byte componentId)
        where T : struct, IMessage<T> => WriteV2(destination, in message, flags: 0, sequence, systemId, componentId);

    /// <summary>MAVLink 2 with a signature behind the checksum.</summary>
    public static int Write<T>(Span<byte> destination, in T message, byte sequence, byte systemId, byte componentId, in Signing signing)
        where T : struct, IMessage<T>
    {
        var length = WriteV2(destination, in message, FlagSigned, sequence, systemId, componentId);
        return length + Signature.Write(destination, length, in signing);
    }

    /// <summary>MAVLink 1: no extension fields, and no message with an id above 255.</summary>
    public static int WriteV1<T>(Span<byte> destination, in T message, byte sequence, byte systemId, byte componentId)
        where T : struct, IMessage<T>
    {
        if (T.Id > byte.MaxValue) throw new ArgumentException($"{T.Name} has an id that MAVLink 1 cannot carry");
        Span<byte> payload = stackalloc byte[byte.MaxValue];
        message.Write(payload);
        payload[..T.MinLength].CopyTo(destination[HeaderV1..]);
        destination[0] = MagicV1;
        destination[1] = (byte)T.MinLength;
        destination[2] = sequence;
        destination[3] = systemId;
        destination[4] = componentId;
        destination[5] = (byte)T.Id;
        return WriteCrc(destination, HeaderV1 + T.MinLength, T.CrcExtra);
    }

    private static int WriteV2<T>(Span<byte> destination, in T message, byte flags, byte sequence, byte systemId, byte componentId)
        where T : struct, IMessage<T>
    {
        var written = message.Write(destination[HeaderV2..]);
        var length = Math.Max(1, destination.Slice(HeaderV2, written).LastIndexOfAnyExcept((byte)0) + 1);
        destination[0] = MagicV2;
        destination[1] = (byte)length;
        destination[2] = flags;
        destination[3] = 0;
        destination[4] = sequence;
        destination[5] = systemId;
        BinaryPrimitives.WriteUInt32LittleEndian(destination[6..], (T.Id << 8) | componentId);
        return WriteCrc(destination, HeaderV2 + length, T.CrcExtra);
    }

    private static int WriteCrc(Span<byte> frame, int crcAt, byte crcExtra)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(frame[crcAt..], Crc16.Of(frame[1..crcAt], crcExtra));
        return crcAt + CrcLength;
    }
}
