namespace DroneFarm.Flight.Links.Corrections;

/// <summary>A file of corrections, some hundred bytes at a time, ten times a second: about what a base sends.</summary>
internal sealed class FileTransport(string path, TimeProvider time) : ITransport
{
    private const int AtATime = 200;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    public bool IsFinite => true;

    public async ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel)
    {
        await Task.Delay(Every, time, cancel);
        return await file.ReadAsync(into[..Math.Min(AtATime, into.Length)], cancel);
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
