using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Asks for a flight mode until the heartbeat shows it. Accepted: it was seen. Failed or Denied: the vehicle said no three times. CancelledByVehicle:
/// it went into a third mode meanwhile, so somebody else is at the sticks and is not fought.
/// </summary>
public sealed class ModeChange(CopterMode mode, Pace? pace = null) : Exchange<CommandOutcome>
{
    private const int MostRefusals = 3;

    private readonly Retry retry = new(pace ?? Pace.Command);
    private readonly Command command = Command.Mode(mode);
    private int refusals;
    private CopterMode? first;

    public override string Topic => "command 176";

    protected override CommandOutcome Aborted(AbortReason reason) => CommandOutcome.Cancelled;

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        first = Peer.State.Mode;
        Send(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (packet.Is<Heartbeat>() && Peer.State.Mode is { } seen)
        {
            first ??= seen;
            if (seen == mode) Finish(CommandOutcome.Accepted);
            else if (seen != first) Finish(CommandOutcome.CancelledByVehicle);
        }
        else if (packet.TryRead(out CommandAck ack) && ack.Command == command.Id && IsForUs(ack.TargetSystem, ack.TargetComponent))
        {
            var refused = ack.Result is MavResult.Denied or MavResult.Failed or MavResult.Unsupported;
            if (refused && ++refusals >= MostRefusals) Finish(ack.Result == MavResult.Denied ? CommandOutcome.Denied : CommandOutcome.Failed);
        }
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (!retry.IsOver(now)) Send(now);
        else Finish(CommandOutcome.TimedOut);
    }

    private void Send(DateTimeOffset now)
    {
        Peer.Send(new CommandLong { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Command = command.Id, Param1 = command.P1, Param2 = command.P2 });
        Due = retry.Sent(now);
    }
}
