using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// Reboots the autopilot and believes it when the vehicle's own clock says that it has run for less time than passed since we asked, or for less than it had when
/// we asked: a simulator's clock may run faster than ours. The order goes out once: a late copy of it would reboot again what has just come back.
/// </summary>
/// <remarks>
/// <code>
/// Asking  --ack refused--> Denied or Failed    --ack ACCEPTED, or 3 s--> Waiting
/// Waiting --SYSTEM_TIME with a young clock--> Accepted   --an old clock, 5 s after asking--> Failed   --45 s--> TimedOut
/// </code>
/// </remarks>
public sealed class Reboot : Exchange<CommandOutcome>
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StillOldAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan AskTimeEvery = TimeSpan.FromSeconds(0.5);

    private DateTimeOffset began;
    private bool waiting;
    private uint clockBeforeMs;

    public override string Topic => "command 246";

    protected override CommandOutcome Aborted(AbortReason reason) => CommandOutcome.Cancelled;

    protected override void OnStart(DateTimeOffset now)
    {
        began = now;
        Order(MavCmd.RequestMessage, SystemTime.Id);
        Order(MavCmd.PreflightRebootShutdown, 1);
        Due = now + AnswerWithin;
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (packet.TryRead(out CommandAck ack))
        {
            if (ack.Command == MavCmd.PreflightRebootShutdown && IsForUs(ack.TargetSystem, ack.TargetComponent)) Answered(ack.Result, now);
        }
        else if (packet.TryRead(out SystemTime time) && packet.ComponentId == Peer.ComponentId)
        {
            if (!waiting) clockBeforeMs = time.TimeBootMs;
            else if (time.TimeBootMs < clockBeforeMs || TimeSpan.FromMilliseconds(time.TimeBootMs) < now - began) Finish(CommandOutcome.Accepted);
            else if (now - began >= StillOldAfter) Finish(CommandOutcome.Failed);
        }
    }

    protected override void OnTick(DateTimeOffset now)
    {
        waiting = true;
        if (now - began >= BackWithin)
        {
            Finish(CommandOutcome.TimedOut);
            return;
        }

        Order(MavCmd.RequestMessage, SystemTime.Id);
        Due = now + AskTimeEvery;
    }

    private void Answered(MavResult result, DateTimeOffset now)
    {
        if (waiting) return;
        if (result is not (MavResult.Accepted or MavResult.InProgress)) Finish(result == MavResult.Denied ? CommandOutcome.Denied : CommandOutcome.Failed);
        else (waiting, Due) = (true, now + AskTimeEvery);
    }

    private void Order(MavCmd command, float parameter) =>
        Peer.Send(new CommandLong { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Command = command, Param1 = parameter });
}
