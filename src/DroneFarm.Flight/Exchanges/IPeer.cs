using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Exchanges;

/// <summary>The other side of an exchange as the exchange sees it: no socket, no task.</summary>
public interface IPeer
{
    byte SystemId { get; }

    byte ComponentId { get; }

    /// <summary>Who we are to it.</summary>
    Own Own { get; }

    /// <summary>What is known of it, the packet in hand included.</summary>
    VehicleState State { get; }

    void Send<T>(in T message)
        where T : struct, IMessage<T>;
}
