namespace DroneFarm.Mavlink;

/// <summary>Packs messages under one address and counts them; one for each end of a link, so that the other end can see gaps. Not for several threads.</summary>
public sealed class PacketSender(byte systemId, byte componentId)
{
    private byte sequence;

    public byte[] Pack<T>(in T message) where T : struct, IMessage<T>
    {
        Span<byte> frame = stackalloc byte[FrameWriter.MaxFrameLength];
        var length = FrameWriter.Write(frame, in message, sequence++, systemId, componentId);
        return frame[..length].ToArray();
    }
}
