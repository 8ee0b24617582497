using DroneFarm.Mavlink.Security;

namespace DroneFarm.Mavlink;

/// <summary>Packs messages under one address and counts them; one for each end of a link, so that the other end can see gaps. Not for several threads.</summary>
public sealed class PacketSender(byte systemId, byte componentId)
{
    private byte sequence;

    /// <summary>Signs what is packed from now on; null sends unsigned.</summary>
    public PacketSigner? Signer { get; set; }

    public byte[] Pack<T>(in T message) where T : struct, IMessage<T>
    {
        Span<byte> frame = stackalloc byte[FrameWriter.MaxFrameLength];
        var length = Signer is { } signer
            ? FrameWriter.Write(frame, in message, sequence++, systemId, componentId, signer.Next())
            : FrameWriter.Write(frame, in message, sequence++, systemId, componentId);
        return frame[..length].ToArray();
    }
}
