using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>
/// The sprayer's switch in one mission. The permission outlives mode changes, RTL and landing (ARDUPILOT.md point 3), so a mission
/// must switch it off before it goes anywhere, and its last three items must do so for every failsafe that jumps to them (points 33, 34).
/// </summary>
internal static class SprayOrder
{
    private const double MostAskewDeg = 10;
    private const double AlongM = 1; // of a shorter line the rounding to 1e-7 degrees makes the direction

    public static IEnumerable<Finding> Of(MissionFlight flight) =>
        [.. Values(flight), .. Start(flight), .. Tail(flight), .. OnWithoutLeg(flight), .. NeverOff(flight), .. BoomAskew(flight), .. BehindYaw(flight)];

    private static IEnumerable<Finding> Values(MissionFlight flight) =>
        from pair in flight.Mission.Items.Select((item, index) => (item, index))
        where pair.item.Command == MissionCommand.Sprayer && pair.item.Param1 is not (0 or 1)
        select Finding.Error("check.spray.bad-value", flight.Number, Say.Count(pair.index + 1), Say.Fine(pair.item.Param1));

    private static IEnumerable<Finding> Start(MissionFlight flight)
    {
        var items = flight.Mission.Items;
        if (items.Count == 0 || items[0].Command != MissionCommand.Takeoff)
        {
            yield return Finding.Error("check.mission.no-takeoff", flight.Number);
            yield break;
        }

        var before = items.Skip(1).TakeWhile(i => i.Command is MissionCommand.ChangeSpeed or MissionCommand.Yaw or MissionCommand.Sprayer).ToList();
        var first = before.Find(i => i.Command == MissionCommand.Sprayer);
        if (first is not { Param1: 0 }) yield return Finding.Error("check.spray.not-off-first", flight.Number);
    }

    private static IEnumerable<Finding> Tail(MissionFlight flight)
    {
        var tail = flight.Mission.Items.TakeLast(3).ToList();
        if (tail is not [{ Command: MissionCommand.LandStart }, { Command: MissionCommand.Sprayer, Param1: 0 }, { Command: MissionCommand.ReturnToLaunch }])
            yield return Finding.Error("check.tail.wrong", flight.Number);
        else if (tail[0].Place is not { IsValid: true } place || place == default(GeoPoint))
            yield return Finding.Error("check.tail.no-place", flight.Number);
    }

    private static IEnumerable<Finding> OnWithoutLeg(MissionFlight flight)
    {
        var items = flight.Mission.Items;
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i] is not { Command: MissionCommand.Sprayer, Param1: 1 }) continue;
            var next = items.Skip(i + 1).First(j => j.Command != MissionCommand.ChangeSpeed || j == items[^1]);
            if (next.Command != MissionCommand.Waypoint)
                yield return Finding.Error("check.spray.on-without-leg", flight.Number, Say.Count(i + 1));
        }
    }

    /// <summary>With WP_YAW_BEHAVIOR 0 the nose stays where the mission turned it, and the boom lies across it.</summary>
    private static IEnumerable<Finding> BoomAskew(MissionFlight flight) =>
        from line in flight.Segments
        where line is { SprayOn: true, LengthM: > AlongM, Nose: not null }
        let offDeg = Math.Abs(Math.IEEERemainder((Math.Atan2(line.To.EastM - line.From.EastM, line.To.NorthM - line.From.NorthM) * 180 / Math.PI) - line.Nose!.Value.Degrees, 180))
        where offDeg > MostAskewDeg
        select Finding.Error("check.spray.boom-askew", flight.Number, Say.Count(line.Item), Say.Tenth(offDeg));

    /// <summary>The autopilot does nothing behind a yaw before the nose is there, and forgets it when the next waypoint comes first: no order to the sprayer may stand there.</summary>
    private static IEnumerable<Finding> BehindYaw(MissionFlight flight)
    {
        var turning = false;
        foreach (var (index, item) in flight.Mission.Items.Index())
        {
            if (item.Command == MissionCommand.Yaw) turning = true;
            else if (item.Command is MissionCommand.Waypoint or MissionCommand.LandStart) turning = false;
            else if (turning && item is { Command: MissionCommand.Sprayer, Param1: 0 }) yield return Finding.Error("check.spray.off-behind-yaw", flight.Number, Say.Count(index + 1));
        }
    }

    private static IEnumerable<Finding> NeverOff(MissionFlight flight)
    {
        var last = flight.Mission.Items
            .TakeWhile(i => i.Command is not (MissionCommand.LandStart or MissionCommand.ReturnToLaunch))
            .LastOrDefault(i => i.Command is MissionCommand.Sprayer);
        if (last is { Param1: 1 }) yield return Finding.Error("check.spray.never-off", flight.Number);
    }
}
