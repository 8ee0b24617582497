namespace DroneFarm.Mavlink;

/// <summary>What every generated message struct can do.</summary>
public interface IMessage<T> where T : struct, IMessage<T>
{
    static abstract uint Id { get; }

    /// <summary>The standard name, such as HEARTBEAT.</summary>
    static abstract string Name { get; }

    /// <summary>The checksum of the definition that enters every frame's CRC.</summary>
    static abstract byte CrcExtra { get; }

    /// <summary>Payload bytes without extension fields: the length of a MAVLink 1 payload.</summary>
    static abstract int MinLength { get; }

    /// <summary>Payload bytes with all extension fields.</summary>
    static abstract int MaxLength { get; }

    /// <summary>A short payload is read as if filled up with zeros; bytes beyond <see cref="MaxLength"/> are from a newer definition and ignored.</summary>
    static abstract void Read(ReadOnlySpan<byte> payload, out T message);

    /// <summary>Writes <see cref="MaxLength"/> bytes and returns that number.</summary>
    int Write(Span<byte> payload);
}
