using System.Net;

namespace DroneFarm.FirmwareSim.Wires;

/// <summary>The vehicle's end of a link, polled: nothing here waits.</summary>
internal interface IWire : IDisposable
{
    IPEndPoint LocalEndPoint { get; }

    /// <summary>Whether there is, or need be, anybody at the other end; the vehicle is switched on when there first is.</summary>
    bool IsOpen { get; }

    bool TryReceive(byte[] buffer, out int length);

    /// <summary>Lost without a word when nobody listens, as a radio would.</summary>
    void Send(byte[] frame);
}
