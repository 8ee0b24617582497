using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Takes the sprayer's permission back and looks at the pump's output, since the acknowledgement proves nothing (ARDUPILOT.md points 1 and 5).
/// </summary>
/// <remarks>
/// <code>
/// Telling --ack ACCEPTED--> Looking --output at minimum--> Confirmed
/// both    --again every 0.35 to 1 s; after 10 s--> Unanswered, Acknowledged or StillRunning, by what was seen
/// </code>
/// </remarks>
public sealed class SprayerOff(PumpCalibration pump, Pace? pace = null) : Exchange<SprayerOffOutcome>
{
    private static readonly Pace Usual = new(TimeSpan.FromMilliseconds(350), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

    private readonly Retry retry = new(pace ?? Usual);
    private readonly Command off = Command.Sprayer(on: false);
    private bool acknowledged;
    private bool seenRunning;

    public override string Topic => "command 216";

    protected override SprayerOffOutcome Aborted(AbortReason reason) => SprayerOffOutcome.Cancelled;

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        Send(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (packet.TryRead(out CommandAck ack))
        {
            if (ack.Command == MavCmd.DoSprayer && ack.Result == MavResult.Accepted && IsForUs(ack.TargetSystem, ack.TargetComponent)) acknowledged = true;
        }
        else if (acknowledged && packet.Is<ServoOutputRaw>() && Peer.State.Servos is { } servos)
        {
            seenRunning = pump.IsOn(servos.Value.PulseUs(pump.Channel));
            if (!seenRunning) Finish(SprayerOffOutcome.Confirmed);
        }
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (!retry.IsOver(now)) Send(now);
        else Finish(seenRunning ? SprayerOffOutcome.StillRunning : acknowledged ? SprayerOffOutcome.Acknowledged : SprayerOffOutcome.Unanswered);
    }

    private void Send(DateTimeOffset now)
    {
        Peer.Send(new CommandLong { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Command = off.Id, Param1 = off.P1 });
        Due = retry.Sent(now);
    }
}
