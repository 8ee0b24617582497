using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>
/// The vehicle's side of the mission microservice for one kind of items, with ArduPilot's times and answers (points 8, 9
/// and 14; https://mavlink.io/en/services/mission.html).
///
///     idle --COUNT, WRITE_PARTIAL_LIST--> receiving --last item--> idle, ack of the store's verdict
///     receiving --wrong sequence--> receiving, ack 13      receiving --refused item--> idle, ack of the reason
///     receiving --1 s of silence--> receiving, request again      receiving --8 s of silence--> idle, ack 15
///     receiving --anyone's list or item request--> receiving, ack 14
/// </summary>
internal sealed class MissionTransfer(IItemStore store, Outbox outbox)
{
    private const double RepeatS = 1 - 1e-6, GiveUpS = 8 - 1e-6;

    private bool receiving;
    private Peer uploader;
    private int wanted, lastWanted;
    private double heardS, askedS;

    public MavMissionType Type => store.Type;

    public bool IsReceiving => receiving;

    public void OnCount(Peer from, int count, double nowS)
    {
        if (receiving && from != uploader)
        {
            Acknowledge(from, MavMissionResult.Denied);
            return;
        }

        receiving = false;
        if (count > store.Capacity)
        {
            Acknowledge(from, MavMissionResult.NoSpace);
            outbox.Say(MavSeverity.Warning, $"Only {store.Capacity} items are supported");
            return;
        }

        store.Begin(count);
        if (count == 0) Finish(from);
        else Start(from, 0, count - 1, nowS);
    }

    public void OnWritePartial(Peer from, int first, int last, double nowS)
    {
        if (receiving) Acknowledge(from, MavMissionResult.Denied);
        else if (first < 0 || first > store.Count || last > store.Count || last < first) Acknowledge(from, MavMissionResult.Error);
        else Start(from, first, last, nowS);
    }

    public void OnItem(Peer from, in MissionItemInt item, double nowS)
    {
        if (!receiving)
        {
            Acknowledge(from, MavMissionResult.Error);
            return;
        }

        if (item.Seq != wanted)
        {
            Acknowledge(from, MavMissionResult.InvalidSequence);
            return;
        }

        if (from != uploader)
        {
            Acknowledge(from, MavMissionResult.Denied);
            return;
        }

        var result = store.Write(wanted, item);
        if (result != MavMissionResult.Accepted)
        {
            receiving = false;
            Acknowledge(from, result);
            return;
        }

        heardS = nowS;
        wanted++;
        if (wanted > lastWanted) Finish(from);
        else Ask(nowS);
    }

    public void OnRequestList(Peer from)
    {
        if (receiving) Acknowledge(from, MavMissionResult.Denied);
        else outbox.Send(new MissionCount
        {
            TargetSystem = from.System, TargetComponent = from.Component, Count = (ushort)store.Count, MissionType = store.Type,
        });
    }

    public void OnRequestItem(Peer from, int index)
    {
        if (receiving)
        {
            Acknowledge(from, MavMissionResult.Denied);
            return;
        }

        if (index >= store.Count)
        {
            Acknowledge(from, MavMissionResult.InvalidSequence);
            return;
        }

        var item = store[index];
        outbox.Send(new MissionItemInt
        {
            TargetSystem = from.System, TargetComponent = from.Component, MissionType = store.Type, Seq = (ushort)index,
            Command = item.Command, Frame = item.Frame, Autocontinue = 1, X = item.LatE7, Y = item.LonE7, Z = item.AltM,
            Param1 = item.Param1, Param2 = item.Param2, Param3 = item.Param3, Param4 = item.Param4,
        });
    }

    public void OnClear(Peer from) =>
        Acknowledge(from, receiving ? MavMissionResult.Denied : store.Clear() ? MavMissionResult.Accepted : MavMissionResult.Error);

    public void Step(double nowS)
    {
        if (!receiving) return;
        if (nowS - heardS >= GiveUpS)
        {
            receiving = false;
            Acknowledge(uploader, MavMissionResult.OperationCancelled);
            outbox.Say(MavSeverity.Warning, "Mission upload timeout");
        }
        else if (nowS - askedS >= RepeatS)
        {
            Ask(nowS);
        }
    }

    private void Start(Peer from, int first, int last, double nowS)
    {
        receiving = true;
        uploader = from;
        wanted = first;
        lastWanted = last;
        heardS = nowS;
        Ask(nowS);
    }

    private void Ask(double nowS)
    {
        askedS = nowS;
        outbox.Send(new MissionRequest
        {
            TargetSystem = uploader.System, TargetComponent = uploader.Component, Seq = (ushort)wanted, MissionType = store.Type,
        });
    }

    private void Finish(Peer from)
    {
        receiving = false;
        var (result, text) = store.Complete();
        Acknowledge(from, result);
        outbox.Say(result == MavMissionResult.Accepted ? MavSeverity.Info : MavSeverity.Warning, text);
        if (result != MavMissionResult.Accepted && text != FenceStore.TooLarge) outbox.Say(MavSeverity.Warning, "Fence validation failed");
    }

    private void Acknowledge(Peer to, MavMissionResult result) => outbox.Send(new MissionAck
    {
        TargetSystem = to.System, TargetComponent = to.Component, Type = result, MissionType = store.Type,
    });
}
