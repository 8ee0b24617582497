using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Operations;

/// <summary>Something said on the vehicle's loop, in its place between the packets: nothing is sent.</summary>
internal sealed class Remark(Action<DateTimeOffset> say) : Exchange<bool>
{
    protected override bool Aborted(AbortReason reason) => false;

    protected override void OnStart(DateTimeOffset now)
    {
        say(now);
        Finish(true);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
    }
}
