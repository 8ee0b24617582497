using System.Buffers.Binary;

namespace DroneFarm.Storage.Telemetry;

/// <summary>
/// Writes a .tlog as Mission Planner and MAVProxy do: per packet 8 bytes of big-endian microseconds since 1970 and the frame as it was on the wire.
/// A safe sink: a failed write is counted and telemetry goes on without it, since the spray journal is what must not be lost.
/// </summary>
public sealed class TelemetryLog : IDisposable
{
    private const int MicrosecondsLength = 8;
    private const int BufferBytes = 64 * 1024;

    private readonly Stream stream;

    internal TelemetryLog(Stream stream) => this.stream = stream;

    /// <summary>Packets that could not be written.</summary>
    public long Failures { get; private set; }

    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only.</exception>
    public static TelemetryLog Create(string path) => new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, BufferBytes));

    /// <param name="frame">A whole MAVLink frame, from its magic byte to its checksum or signature.</param>
    public void Append(DateTimeOffset at, ReadOnlySpan<byte> frame)
    {
        Span<byte> moment = stackalloc byte[MicrosecondsLength];
        BinaryPrimitives.WriteInt64BigEndian(moment, (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);
        try
        {
            stream.Write(moment);
            stream.Write(frame);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Failures++;
        }
    }

    public void Flush() => Guard(stream.Flush);

    public void Dispose()
    {
        Guard(stream.Flush);
        Guard(stream.Dispose);
    }

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Failures++;
        }
    }
}
