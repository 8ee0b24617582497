using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Links;

/// <summary>Where every packet of both directions goes besides its purpose: the telemetry log. Called from the link's loops.</summary>
public interface IPacketSink
{
    void Received(DateTimeOffset at, Packet packet);

    void Sent(DateTimeOffset at, ReadOnlyMemory<byte> frame);
}
