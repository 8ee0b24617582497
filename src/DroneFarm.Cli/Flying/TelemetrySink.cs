using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;
using DroneFarm.Storage.Telemetry;

namespace DroneFarm.Cli.Flying;

/// <summary>Every packet of both directions into one tlog; the link receives and sends in two loops, so they take turns here.</summary>
internal sealed class TelemetrySink(TelemetryLog log) : IPacketSink
{
    private readonly Lock turn = new();

    public void Received(DateTimeOffset at, Packet packet) => Append(at, packet.Bytes);

    public void Sent(DateTimeOffset at, ReadOnlyMemory<byte> frame) => Append(at, frame.Span);

    private void Append(DateTimeOffset at, ReadOnlySpan<byte> frame)
    {
        lock (turn) log.Append(at, frame);
    }
}
