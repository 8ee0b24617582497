using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// Sends a mission, fence or rally list: the vehicle asks for item by item, in whichever order and message it likes, and we repeat the last item when it
/// falls silent instead of waiting for its next request. Success is only claimed to the caller as the vehicle's claim: <see cref="VerifiedUpload"/> reads it back.
/// </summary>
/// <remarks>
/// <code>
/// Counting --REQUEST k----------------------> Sending      --ack DENIED--> Busy  --refusing ack--> Refused  --silence--> TimedOut
/// Sending  --REQUEST k--> send k                           --ack CANCELLED or ERROR, not all sent--> Interrupted
///          --silence----> send the last one again          --refusing ack--> Refused  --silence--> Interrupted
///          --ack INVALID_SEQUENCE after a repeat--> it has that one and its request was lost: send the next
///          --ack ACCEPTED, not all sent--> a late echo of something else: ignored
/// all sent --ack ACCEPTED--> Done                          --ack ERROR or silence--> Unconfirmed
/// </code>
/// ArduPilot 4.6 answers ERROR to an item that comes when it no longer receives, which is also what follows a lost final ack.
/// </remarks>
/// <param name="first">
/// Null sends a whole list. A number writes these items over those from there on and leaves the rest (MISSION_WRITE_PARTIAL_LIST); the vehicle must hold as many.
/// </param>
public sealed class MissionUpload(MavMissionType type, IReadOnlyList<WireItem> items, Pace? pace = null, int? first = null) : Exchange<UploadResult>
{
    private readonly int from = first ?? 0;
    private readonly Retry retry = new(pace ?? Pace.Transfer);
    private int last = -1;
    private int furthest = -1;

    public override string Topic => "mission transfer";

    /// <summary>Items sent at least once.</summary>
    public int Sent => furthest + 1;

    private bool AllSent => Sent == items.Count;

    protected override UploadResult Aborted(AbortReason reason) => new(TransferOutcome.Cancelled, null, Sent);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        SendCount(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (packet.TryRead(out MissionRequestInt request)) Asked(request.Seq, request.MissionType, request.TargetSystem, request.TargetComponent, now);
        else if (packet.TryRead(out MissionRequest old)) Asked(old.Seq, old.MissionType, old.TargetSystem, old.TargetComponent, now);
        else if (packet.TryRead(out MissionAck ack) && ack.MissionType == type && IsForUs(ack.TargetSystem, ack.TargetComponent)) Acknowledged(ack.Type, now);
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (retry.IsOver(now))
        {
            End(last < 0 ? TransferOutcome.TimedOut : AllSent ? TransferOutcome.Unconfirmed : TransferOutcome.Interrupted, null);
        }
        else if (last < 0)
        {
            SendCount(now);
        }
        else
        {
            SendItem(last, now);
        }
    }

    private void Asked(int seq, MavMissionType ofType, byte system, byte component, DateTimeOffset now)
    {
        if (ofType != type || seq < from || seq >= from + items.Count || !IsForUs(system, component)) return;
        if (seq == last) retry.Begin(now);
        else retry.Answered(now);
        SendItem(seq, now);
    }

    private void Acknowledged(MavMissionResult answer, DateTimeOffset now)
    {
        switch (answer)
        {
            case MavMissionResult.Accepted:
                if (AllSent) End(TransferOutcome.Done, answer);
                break;
            case MavMissionResult.InvalidSequence:
                if (retry.Times < 2 || last < 0 || last + 1 >= from + items.Count) break;
                retry.NextThing();
                SendItem(last + 1, now);
                break;
            case MavMissionResult.Denied:
                End(TransferOutcome.Busy, answer);
                break;
            case MavMissionResult.OperationCancelled:
            case MavMissionResult.Error:
                // Before the first request this can only be about something older.
                if (last >= 0) End(AllSent ? TransferOutcome.Unconfirmed : TransferOutcome.Interrupted, answer);
                break;
            default:
                End(TransferOutcome.Refused, answer);
                break;
        }
    }

    private void SendCount(DateTimeOffset now)
    {
        if (first is { } start)
        {
            Peer.Send(new MissionWritePartialList
            {
                TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, StartIndex = (short)start, EndIndex = (short)(start + items.Count - 1), MissionType = type,
            });
        }
        else
        {
            Peer.Send(new MissionCount { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Count = (ushort)items.Count, MissionType = type });
        }

        Due = retry.Sent(now);
    }

    private void SendItem(int seq, DateTimeOffset now)
    {
        last = seq;
        furthest = Math.Max(furthest, seq - from);
        Peer.Send(items[seq - from].ToMessage(Peer.SystemId, Peer.ComponentId, (ushort)seq, type));
        Due = retry.Sent(now);
    }

    private void End(TransferOutcome outcome, MavMissionResult? answer) => Finish(new UploadResult(outcome, answer, Sent));
}
