using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Links;

/// <summary>A recorded flight as a pipe: its packets come at the intervals at which they came then, and what is written goes nowhere.</summary>
internal sealed class ReplayTransport : ITransport
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5); // a recorder that was switched off meanwhile

    private readonly FileStream file;
    private readonly IEnumerator<TlogRecord> records;
    private readonly int speed;
    private readonly TimeProvider time;
    private DateTimeOffset? last;

    private ReplayTransport(FileStream file, int speed, TimeProvider time) =>
        (this.file, records, this.speed, this.time) = (file, TlogReader.Read(file).GetEnumerator(), speed, time);

    public bool IsFinite => true;

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static ReplayTransport Open(string path, int speed, TimeProvider time) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), speed, time);

    public async ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel)
    {
        if (!records.MoveNext()) return 0;
        var (at, packet) = records.Current;
        var pause = last is { } before && at > before ? at - before : TimeSpan.Zero;
        last = at;
        if (pause > LongestPause) pause = LongestPause;
        if (pause > TimeSpan.Zero) await Task.Delay(pause / speed, time, cancel);
        packet.Bytes.CopyTo(into);
        return packet.Bytes.Length;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel) => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        records.Dispose();
        await file.DisposeAsync();
    }
}
