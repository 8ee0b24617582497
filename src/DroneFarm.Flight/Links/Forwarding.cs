using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Security;

namespace DroneFarm.Flight.Links;

/// <summary>
/// Gives a second ground station what the vehicles say, over a link of its own. It hears; whether it may also speak is chosen. Signing keys never pass, in
/// neither direction (<see cref="SecretMessages"/>).
/// </summary>
public sealed class Forwarding(Link second, bool maySpeak)
{
    private long passed;
    private long kept;

    public Link Link => second;

    public bool MaySpeak => maySpeak;

    /// <summary>Packets passed on, both ways.</summary>
    public long Passed => Interlocked.Read(ref passed);

    /// <summary>Packets not passed on because they carry a secret, or because the second station may not speak.</summary>
    public long Kept => Interlocked.Read(ref kept);

    /// <summary>A packet of a vehicle, for the second station.</summary>
    internal void Hear(Packet packet)
    {
        if (MayPass(packet, true)) second.Relay(packet);
    }

    /// <summary>Whether a packet of the second station may go to the vehicles.</summary>
    internal bool MaySay(Packet packet) => MayPass(packet, maySpeak);

    private bool MayPass(Packet packet, bool allowed)
    {
        var may = allowed && SecretMessages.MayLeave(packet.MessageId);
        Interlocked.Increment(ref may ? ref passed : ref kept);
        return may;
    }
}
