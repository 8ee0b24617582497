using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Reads a mission, fence or rally list: asks for the count and then for each item until it comes.</summary>
/// <remarks>
/// <code>
/// Counting --COUNT n--> Asking 0   --COUNT 0--> Done   --silence--> TimedOut
/// Asking k --ITEM k---> Asking k+1 --last ITEM--> thanks, Done   --silence--> Interrupted
///          --COUNT m ≠ n--> somebody changed it: Asking 0 again
/// any      --ack DENIED--> somebody uploads, perhaps our own broken upload (8 s): keep asking within the time
/// </code>
/// </remarks>
public sealed class MissionDownload(MavMissionType type, Pace? pace = null) : Exchange<DownloadResult>
{
    private readonly Retry retry = new(pace ?? Pace.Transfer);
    private readonly List<WireItem> items = [];
    private int count = -1;

    public override string Topic => "mission transfer";

    protected override DownloadResult Aborted(AbortReason reason) => new(TransferOutcome.Cancelled, items);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        Ask(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (packet.TryRead(out MissionCount total))
        {
            if (total.MissionType == type && IsForUs(total.TargetSystem, total.TargetComponent)) Counted(total.Count, now);
        }
        else if (packet.TryRead(out MissionItemInt item))
        {
            if (item.MissionType == type && IsForUs(item.TargetSystem, item.TargetComponent)) Got(item, now);
        }
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (retry.IsOver(now)) Finish(new DownloadResult(count < 0 ? TransferOutcome.TimedOut : TransferOutcome.Interrupted, items));
        else Ask(now);
    }

    private void Counted(int total, DateTimeOffset now)
    {
        if (total == count) return;
        items.Clear();
        count = total;
        Next(now);
    }

    private void Got(in MissionItemInt item, DateTimeOffset now)
    {
        if (count < 0 || item.Seq != items.Count) return;
        items.Add(WireItem.Of(item));
        Next(now);
    }

    private void Next(DateTimeOffset now)
    {
        retry.Answered(now);
        if (items.Count < count)
        {
            Ask(now);
            return;
        }

        Peer.Send(new MissionAck { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Type = MavMissionResult.Accepted, MissionType = type });
        Finish(new DownloadResult(TransferOutcome.Done, items));
    }

    private void Ask(DateTimeOffset now)
    {
        if (count < 0) Peer.Send(new MissionRequestList { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, MissionType = type });
        else Peer.Send(new MissionRequestInt { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Seq = (ushort)items.Count, MissionType = type });
        Due = retry.Sent(now);
    }
}
