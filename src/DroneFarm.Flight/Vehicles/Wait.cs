using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Vehicles;

/// <summary>Waits until something is seen of the vehicle, without saying anything: true when it was, false when the time ran out.</summary>
public sealed class Wait(Func<VehicleState, DateTimeOffset, bool> seen, TimeSpan limit) : Exchange<bool>
{
    protected override bool Aborted(AbortReason reason) => false;

    protected override void OnStart(DateTimeOffset now)
    {
        Due = now + limit;
        Look(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now) => Look(now);

    protected override void OnTick(DateTimeOffset now)
    {
        Look(now);
        if (!IsDone) Finish(false);
    }

    private void Look(DateTimeOffset now)
    {
        if (seen(Peer.State, now)) Finish(true);
    }
}
