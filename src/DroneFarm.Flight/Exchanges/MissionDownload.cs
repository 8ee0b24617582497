using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Reads a mission, fence or rally list: asks for the count and then for the items, <see cref="Window"/> at a time, each until it comes.</summary>
/// <remarks>
/// <code>
/// Counting --COUNT n--> Asking             --COUNT 0--> Done   --silence--> TimedOut
/// Asking   --ITEM k, of n--> Asking        --last missing ITEM--> thanks, Done   --silence--> Interrupted
///          --COUNT m ≠ n--> somebody changed it: Asking anew
/// any      --ack DENIED--> somebody uploads, perhaps our own broken upload (8 s): keep asking within the time
/// </code>
/// ArduPilot answers each request by itself and keeps no place in the list, so that several may be under way.
/// </remarks>
public sealed class MissionDownload(MavMissionType type, Pace? pace = null) : Exchange<DownloadResult>
{
    private const int Window = 8;

    private readonly Pace pace = pace ?? Pace.Transfer;
    private readonly Retry retry = new(pace ?? Pace.Transfer);
    private Pieces? pieces;
    private WireItem[] items = [];

    public override string Topic => "mission transfer";

    protected override DownloadResult Aborted(AbortReason reason) => End(TransferOutcome.Cancelled);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        AskCount(now);
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
        if (pieces is not null)
        {
            if (pieces.IsOver(now)) Finish(End(TransferOutcome.Interrupted));
            else AskItems(pieces, now);
        }
        else if (retry.IsOver(now))
        {
            Finish(End(TransferOutcome.TimedOut));
        }
        else
        {
            AskCount(now);
        }
    }

    private void Counted(int total, DateTimeOffset now)
    {
        if (total == pieces?.Count) return;
        (pieces, items) = (new Pieces(total, pace, Window, now), new WireItem[total]);
        Next(pieces, now);
    }

    private void Got(in MissionItemInt item, DateTimeOffset now)
    {
        if (pieces is null || item.Seq >= pieces.Count || !pieces.Take(item.Seq, now)) return;
        items[item.Seq] = WireItem.Of(item);
        Next(pieces, now);
    }

    private void Next(Pieces pieces, DateTimeOffset now)
    {
        if (!pieces.IsComplete)
        {
            AskItems(pieces, now);
            return;
        }

        Peer.Send(new MissionAck { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Type = MavMissionResult.Accepted, MissionType = type });
        Finish(End(TransferOutcome.Done));
    }

    private void AskCount(DateTimeOffset now)
    {
        Peer.Send(new MissionRequestList { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, MissionType = type });
        Due = retry.Sent(now);
    }

    private void AskItems(Pieces pieces, DateTimeOffset now)
    {
        foreach (var seq in pieces.Ask(now))
        {
            Peer.Send(new MissionRequestInt { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Seq = (ushort)seq, MissionType = type });
        }

        Due = pieces.Due;
    }

    /// <summary>What came in one piece from the beginning.</summary>
    private DownloadResult End(TransferOutcome outcome) => new(outcome, [.. items.TakeWhile(i => i is not null)]);
}
