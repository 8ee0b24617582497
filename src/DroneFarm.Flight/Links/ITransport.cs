namespace DroneFarm.Flight.Links;

/// <summary>An open pipe of bytes both ways; what it throws when it breaks ends it, and the link opens another.</summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>Whether its end is the end: a recording that was played is not opened again.</summary>
    bool IsFinite => false;

    /// <summary>Waits for bytes; 0 means that the other side closed.</summary>
    ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel);

    ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel);
}
