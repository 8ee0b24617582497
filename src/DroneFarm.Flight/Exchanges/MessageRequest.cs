using System.Globalization;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Asks for one message, once (REQUEST_MESSAGE).</summary>
public sealed class MessageRequest<T>(Pace? pace = null) : Exchange<MessageAnswer<T>>
    where T : struct, IMessage<T>
{
    private readonly Retry retry = new(pace ?? Pace.Command);

    public override string Topic { get; } = "message " + T.Id.ToString(CultureInfo.InvariantCulture);

    protected override MessageAnswer<T> Aborted(AbortReason reason) => new(CommandOutcome.Cancelled, default);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        Send(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (packet.TryRead(out T message) && packet.ComponentId == Peer.ComponentId)
        {
            Finish(new(CommandOutcome.Accepted, message));
        }
        else if (packet.TryRead(out CommandAck ack) && ack.Command == MavCmd.RequestMessage && IsForUs(ack.TargetSystem, ack.TargetComponent))
        {
            // Accepted: it is on its way. A refusal may be the answer to somebody else's wish: only the second one counts.
            if (ack.Result is not (MavResult.Accepted or MavResult.InProgress) && retry.Times > 1) Finish(new(CommandOutcome.Denied, default));
        }
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (retry.IsOver(now)) Finish(new(CommandOutcome.TimedOut, default));
        else Send(now);
    }

    private void Send(DateTimeOffset now)
    {
        Peer.Send(new CommandLong { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Command = MavCmd.RequestMessage, Param1 = T.Id });
        Due = retry.Sent(now);
    }
}
