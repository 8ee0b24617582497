using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Compares the vehicle's clock with ours (TIMESYNC): of <see cref="Samples"/> questions the one with the shortest round trip tells most.</summary>
public sealed class ClockComparison : Exchange<ClockDifference>
{
    public const int Samples = 8;
    private const int MostQuestions = 40;
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(250);

    private ClockDifference best = new(0, TimeSpan.MaxValue, TimeSpan.Zero);
    private int asked;

    public override string Topic => "clock";

    protected override ClockDifference Aborted(AbortReason reason) => best;

    protected override void OnStart(DateTimeOffset now) => Ask(now);

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out Timesync sync) || sync.Tc1 == 0 || packet.ComponentId != Peer.ComponentId) return;
        var trip = now - At(sync.Ts1);
        if (trip < TimeSpan.Zero || trip > AskEvery * MostQuestions) return; // the answer to somebody else
        var offset = At(sync.Tc1) - (now - (trip / 2));
        best = trip < best.RoundTrip ? new(best.Answers + 1, trip, offset) : best with { Answers = best.Answers + 1 };
        if (best.Answers >= Samples) Finish(best);
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (asked < MostQuestions) Ask(now);
        else Finish(best);
    }

    private static DateTimeOffset At(long nanoseconds) => DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    private void Ask(DateTimeOffset now)
    {
        asked++;
        Peer.Send(new Timesync { Ts1 = (now - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick, TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId });
        Due = now + AskEvery;
    }
}
