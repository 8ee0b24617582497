using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;

namespace DroneFarm.Cli.Flying;

/// <summary>
/// How many packets are on their way between a simulated sprayer and a link on the same machine. Loopback loses next to none; those it does lose are written
/// off, so that they do not count as waiting for ever.
/// </summary>
internal sealed class WireBacklog(SimulatedSprayerHost vehicle, Link ground)
{
    /// <summary>About a second of telemetry, far from what makes a vehicle miss its ground station.</summary>
    private const long Few = 40;

    /// <summary>Looks in a row, about a millisecond apart, without any packet coming through.</summary>
    private const int PatienceLooks = 100;

    private long writtenOff, lastSeen;
    private int looks;

    public bool IsLong()
    {
        var counts = ground.Counts;
        var waiting = vehicle.Sent - counts.Received + (counts.Sent - vehicle.Received);
        looks = waiting == lastSeen ? looks + 1 : 0;
        lastSeen = waiting;
        if (looks > PatienceLooks) writtenOff = waiting;
        writtenOff = Math.Min(writtenOff, waiting);
        return waiting - writtenOff > Few;
    }
}
