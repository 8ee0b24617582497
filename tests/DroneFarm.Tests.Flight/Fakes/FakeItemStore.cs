using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>
/// How ArduPilot 4.6 keeps one of its three lists: requests again every second, gives up after 8 s without an item, truncates at COUNT and replaces in
/// place, so that a broken upload leaves a mix.
/// </summary>
internal sealed class FakeItemStore(MavMissionType type, int limit)
{
    private static readonly TimeSpan RequestAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(8);

    private bool receiving;
    private int next;
    private int expected;
    private DateTimeOffset lastItem;
    private DateTimeOffset lastRequest;

    public List<MissionItemInt> Items { get; } = [];

    public void Count(int count, IReply reply, DateTimeOffset now)
    {
        if (count > limit)
        {
            reply.Ack(type, MavMissionResult.NoSpace);
            return;
        }

        receiving = false;
        if (Items.Count > count) Items.RemoveRange(count, Items.Count - count);
        if (count == 0)
        {
            reply.Ack(type, MavMissionResult.Accepted);
            return;
        }

        (receiving, next, expected, lastItem) = (true, 0, count, now);
        Request(reply, now);
    }

    public void Item(in MissionItemInt item, IReply reply, DateTimeOffset now)
    {
        if (!receiving)
        {
            reply.Ack(type, MavMissionResult.Error);
            return;
        }

        if (item.Seq != next)
        {
            reply.Ack(type, MavMissionResult.InvalidSequence);
            return;
        }

        var stored = AsStored(item);
        if (next < Items.Count) Items[next] = stored;
        else Items.Add(stored);
        (next, lastItem) = (next + 1, now);
        if (next < expected)
        {
            Request(reply, now);
            return;
        }

        receiving = false;
        reply.Ack(type, MavMissionResult.Accepted);
    }

    public void Read(int seq, IReply reply)
    {
        if (receiving) reply.Ack(type, MavMissionResult.Denied);
        else if (seq >= Items.Count) reply.Ack(type, MavMissionResult.InvalidSequence);
        else reply.Send(Items[seq] with { Seq = (ushort)seq, TargetSystem = 255, TargetComponent = 190 });
    }

    public void List(IReply reply)
    {
        if (receiving) reply.Ack(type, MavMissionResult.Denied);
        else reply.Send(new MissionCount { TargetSystem = 255, TargetComponent = 190, Count = (ushort)Items.Count, MissionType = type });
    }

    public void Tick(IReply reply, DateTimeOffset now)
    {
        if (!receiving) return;
        if (now - lastItem > GiveUp)
        {
            receiving = false;
            reply.Ack(type, MavMissionResult.OperationCancelled);
        }
        else if (now - lastRequest > RequestAgain)
        {
            Request(reply, now);
        }
    }

    private void Request(IReply reply, DateTimeOffset now)
    {
        lastRequest = now;
        reply.Send(new MissionRequest { TargetSystem = 255, TargetComponent = 190, Seq = (ushort)next, MissionType = type });
    }

    private MissionItemInt AsStored(MissionItemInt item)
    {
        if (type == MavMissionType.Fence) return item with { Z = 0, Frame = MavFrame.Global };
        if (type == MavMissionType.Rally) return item with { Z = MathF.Truncate(item.Z) };
        if (item.Seq == 0) return item with { Command = MavCmd.NavWaypoint, X = 1, Y = 2, Z = 3 };
        var stored = item with { Z = MathF.Truncate(item.Z * 100) / 100 };
        if (item.Command == MavCmd.NavWaypoint) stored.Param1 = MathF.Truncate(item.Param1);
        if (item.Frame == MavFrame.Mission) stored.Frame = MavFrame.Global;
        return stored;
    }
}
