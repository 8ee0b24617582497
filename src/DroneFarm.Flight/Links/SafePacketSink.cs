using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Links;

/// <summary>Keeps a failing telemetry log from harming the flight: a failure is counted, and the first one kept to be shown.</summary>
public sealed class SafePacketSink(IPacketSink inner) : IPacketSink
{
    private long failures;
    private volatile Exception? first;

    public long Failures => Interlocked.Read(ref failures);

    public Exception? First => first;

    public void Received(DateTimeOffset at, Packet packet)
    {
        try
        {
            inner.Received(at, packet);
        }
        catch (Exception error)
        {
            Count(error);
        }
    }

    public void Sent(DateTimeOffset at, ReadOnlyMemory<byte> frame)
    {
        try
        {
            inner.Sent(at, frame);
        }
        catch (Exception error)
        {
            Count(error);
        }
    }

    private void Count(Exception error)
    {
        Interlocked.Increment(ref failures);
        first ??= error;
    }
}
