using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Conformance.Ground;

/// <summary>Items, their transfer, and the missions flown by several tests.</summary>
internal static class Missions
{
    public static MissionItemInt Do(MavCmd command, float p1 = 0, float p2 = 0, float p3 = 0) =>
        new() { Command = command, Frame = MavFrame.GlobalRelativeAlt, Autocontinue = 1, Param1 = p1, Param2 = p2, Param3 = p3 };

    public static MissionItemInt Takeoff(float heightM = 5) =>
        new() { Command = MavCmd.NavTakeoff, Frame = MavFrame.GlobalRelativeAlt, Autocontinue = 1, Z = heightM };

    public static MavMissionResult Upload(this GroundStation ground, IReadOnlyList<MissionItemInt> items, MavMissionType type = MavMissionType.Mission)
    {
        var mark = ground.Heard.Count;
        var next = mark;
        ground.Announce(items.Count, type);
        MavMissionResult? result = null;
        ground.Run(120, Answer, "mission ack");
        return result!.Value;

        bool Answer()
        {
            for (; next < ground.Heard.Count && result is null; next++)
            {
                var packet = ground.Heard[next].Packet;
                if (packet.TryRead(out MissionRequest wanted)) ground.SendItem(items, wanted.Seq, type);
                else if (packet.TryRead(out MissionAck ack) && ack.MissionType == type && ack.Type != MavMissionResult.InvalidSequence) result = ack.Type;
            }

            return result is not null;
        }
    }

    public static void Announce(this GroundStation ground, int count, MavMissionType type = MavMissionType.Mission) =>
        ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = (ushort)count, MissionType = type });

    public static void SendItem(this GroundStation ground, IReadOnlyList<MissionItemInt> items, int index, MavMissionType type = MavMissionType.Mission)
    {
        var item = items[index];
        item.TargetSystem = item.TargetComponent = 1;
        item.Seq = (ushort)index;
        item.MissionType = type;
        ground.Send(item);
    }

    public static int Count(this GroundStation ground, MavMissionType type = MavMissionType.Mission)
    {
        var mark = ground.Heard.Count;
        ground.Send(new MissionRequestList { TargetSystem = 1, TargetComponent = 1, MissionType = type });
        return ground.Await<MissionCount>(mark, c => c.MissionType == type).Count;
    }

    public static List<MissionItemInt> Download(this GroundStation ground, MavMissionType type = MavMissionType.Mission)
    {
        var count = ground.Count(type);
        var items = new List<MissionItemInt>();
        for (ushort i = 0; i < count; i++)
        {
            var seq = i;
            var mark = ground.Heard.Count;
            ground.Send(new MissionRequestInt { TargetSystem = 1, TargetComponent = 1, Seq = seq, MissionType = type });
            items.Add(ground.Await<MissionItemInt>(mark, m => m.Seq == seq));
        }

        ground.Send(new MissionAck { TargetSystem = 1, TargetComponent = 1, MissionType = type });
        return items;
    }

    public static List<MissionItemInt> Places(this GroundStation ground, int count, double eastM = 0) =>
        Enumerable.Range(0, count).Select(i => ground.Waypoint(eastM, i)).ToList();

    public static MissionItemInt Corner(this GroundStation ground, double eastM, double northM, int of, bool inside = true)
    {
        var corner = ground.Waypoint(eastM, northM, 0, inside ? MavCmd.NavFencePolygonVertexInclusion : MavCmd.NavFencePolygonVertexExclusion);
        corner.Param1 = of;
        return corner;
    }

    /// <summary>Lines of 60 m, 5 m apart, sprayed to and fro; the first begins 20 m north of home.</summary>
    public static List<MissionItemInt> Lines(this GroundStation ground, double speedMps, int lines, double gapM = 5, double leadM = 0)
    {
        List<MissionItemInt> items = [ground.Waypoint(0, 0), Takeoff(), Do(MavCmd.DoChangeSpeed, 1, (float)speedMps, -1)];
        for (var i = 0; i < lines; i++)
        {
            double from = i % 2 == 0 ? 20 : 80, to = 100 - from;
            if (leadM > 0) items.Add(ground.Waypoint(i * gapM, i % 2 == 0 ? from - leadM : from + leadM));
            items.Add(ground.Waypoint(i * gapM, from));
            items.Add(Do(MavCmd.DoSprayer, 1));
            items.Add(ground.Waypoint(i * gapM, to));
            items.Add(Do(MavCmd.DoSprayer));
        }

        items.Add(Do(MavCmd.DoSprayer));
        items.Add(Do(MavCmd.NavReturnToLaunch));
        return items;
    }

    /// <summary>One swath of 300 m to the north, from 10 m to 310 m.</summary>
    public static List<MissionItemInt> Swath(this GroundStation ground, double speedMps, bool landStart = false)
    {
        List<MissionItemInt> items =
        [
            ground.Waypoint(0, 0), Takeoff(), Do(MavCmd.DoSprayer), Do(MavCmd.DoChangeSpeed, 1, (float)speedMps, -1),
            ground.Waypoint(0, 10), Do(MavCmd.DoSprayer, 1), ground.Waypoint(0, 310), Do(MavCmd.DoSprayer),
        ];
        if (landStart) items.Add(ground.Waypoint(0, 0, 0, MavCmd.DoLandStart));
        items.Add(Do(MavCmd.DoSprayer));
        items.Add(Do(MavCmd.NavReturnToLaunch));
        return items;
    }
}
