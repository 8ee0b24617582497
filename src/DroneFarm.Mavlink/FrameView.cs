using System.Buffers.Binary;

namespace DroneFarm.Mavlink;

/// <summary>One whole valid frame that lies in someone else's bytes.</summary>
public readonly ref struct FrameView
{
    internal FrameView(ReadOnlySpan<byte> bytes, uint messageId)
    {
        Bytes = bytes;
        MessageId = messageId;
    }

    /// <summary>The frame from its magic byte to the last byte of its CRC or signature.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    public uint MessageId { get; }

    public int Version => IsV2 ? 2 : 1;

    public byte Sequence => Bytes[IsV2 ? 4 : 2];

    public byte SystemId => Bytes[IsV2 ? 5 : 3];

    public byte ComponentId => Bytes[IsV2 ? 6 : 4];

    public bool IsSigned => IsV2 && (Bytes[2] & FrameLayout.FlagSigned) != 0;

    public ReadOnlySpan<byte> Payload => Bytes.Slice(IsV2 ? FrameLayout.HeaderV2 : FrameLayout.HeaderV1, Bytes[1]);

    private bool IsV2 => Bytes[0] == FrameLayout.MagicV2;

    /// <summary>False when the frame is another message.</summary>
    public bool TryRead<T>(out T message) where T : struct, IMessage<T>
    {
        if (MessageId != T.Id)
        {
            message = default;
            return false;
        }

        T.Read(Payload, out message);
        return true;
    }

    /// <summary>A copy that owns its bytes.</summary>
    public Packet ToPacket() => new(Bytes.ToArray());

    internal static uint ReadId(ReadOnlySpan<byte> frame) => frame[0] == FrameLayout.MagicV2
        ? BinaryPrimitives.ReadUInt32LittleEndian(frame[6..]) >> 8
        : frame[5];
}
