using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Mavlink;

/// <summary>One whole valid frame that owns its bytes; what crosses threads and channels. Nobody changes the bytes.</summary>
public readonly struct Packet
{
    internal Packet(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    public int Version => View.Version;

    public byte Sequence => View.Sequence;

    public byte SystemId => View.SystemId;

    public byte ComponentId => View.ComponentId;

    public uint MessageId => FrameView.ReadId(Bytes);

    public ReadOnlySpan<byte> Payload => View.Payload;

    public bool IsSigned => View.IsSigned;

    public FrameView View => new(Bytes, MessageId);

    public bool Is<T>() where T : struct, IMessage<T> => MessageId == T.Id;

    /// <summary>False when it is another message.</summary>
    public bool TryRead<T>(out T message) where T : struct, IMessage<T> => View.TryRead(out message);

    public override string ToString() => $"{MessageCatalog.NameOf(MessageId)} from {SystemId}/{ComponentId} #{Sequence}";
}
