using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Vehicles;

/// <summary>Measures how long a word takes to the vehicle and back: a TIMESYNC now and then, and the time until its own answer.</summary>
internal sealed class RoundTripMeter(TimeSpan every)
{
    private DateTimeOffset next;
    private long asked;
    private DateTimeOffset askedAt;

    /// <summary>Null while none was measured.</summary>
    public TimeSpan? Last { get; private set; }

    public void Look(DateTimeOffset now, IPeer vehicle)
    {
        if (every <= TimeSpan.Zero || now < next) return;
        (next, askedAt, asked) = (now + every, now, (now - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick);
        vehicle.Send(new Timesync { Ts1 = asked, TargetSystem = vehicle.SystemId, TargetComponent = vehicle.ComponentId });
    }

    public void Saw(in Packet packet, DateTimeOffset now)
    {
        if (packet.TryRead(out Timesync sync) && sync.Tc1 != 0 && sync.Ts1 == asked) Last = now - askedAt;
    }
}
