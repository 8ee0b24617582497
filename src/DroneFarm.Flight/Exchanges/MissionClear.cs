using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Clears one list. Refused while AUTO flies it (ARDUPILOT.md point 14).</summary>
public sealed class MissionClear(MavMissionType type, Pace? pace = null) : Exchange<UploadResult>
{
    private readonly Retry retry = new(pace ?? Pace.Transfer);

    public override string Topic => "mission transfer";

    protected override UploadResult Aborted(AbortReason reason) => new(TransferOutcome.Cancelled, null, 0);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        Send(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out MissionAck ack) || ack.MissionType != type || !IsForUs(ack.TargetSystem, ack.TargetComponent)) return;
        var outcome = ack.Type switch
        {
            MavMissionResult.Accepted => TransferOutcome.Done,
            MavMissionResult.Denied => TransferOutcome.Busy,
            _ => TransferOutcome.Refused,
        };
        Finish(new UploadResult(outcome, ack.Type, 0));
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (retry.IsOver(now)) Finish(new UploadResult(TransferOutcome.TimedOut, null, 0));
        else Send(now);
    }

    private void Send(DateTimeOffset now)
    {
        Peer.Send(new MissionClearAll { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, MissionType = type });
        Due = retry.Sent(now);
    }
}
