using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>What the vehicle accepts as a mission item and what becomes of it in storage (points 11 and 13).</summary>
internal static class ItemRules
{
    private const float MostAltitudeM = 83_000;

    public static MavMissionResult Store(in MissionItemInt item, out StoredItem stored)
    {
        stored = default;
        if (!IsKnown(item.Command)) return MavMissionResult.Unsupported;
        if (FirstBadParameter(item) is { } bad) return bad;
        var frame = HasPlace(item.Command) ? StoredFrame(item.Frame) : MavFrame.Global;
        if (frame is null) return MavMissionResult.UnsupportedFrame;
        if (!HasPlace(item.Command))
        {
            stored = new StoredItem(item.Command, MavFrame.Global, item.Param1, item.Param2, item.Param3, item.Param4, 0, 0, 0);
            return MavMissionResult.Accepted;
        }

        if (Math.Abs((long)item.X) > 900_000_000) return MavMissionResult.InvalidParam5X;
        if (Math.Abs((long)item.Y) > 1_800_000_000) return MavMissionResult.InvalidParam6Y;
        if (!float.IsFinite(item.Z) || Math.Abs(item.Z) > MostAltitudeM) return MavMissionResult.InvalidParam7;

        // Altitudes are stored in whole centimetres, truncated (2.345 m comes back as 2.34); the delay of a waypoint in whole seconds.
        var altM = (float)(Math.Truncate((double)item.Z * 100.0) / 100.0);
        var delayS = item.Command is MavCmd.NavWaypoint ? MathF.Truncate(item.Param1) : item.Param1;
        stored = new StoredItem(item.Command, frame.Value, delayS, item.Param2, 0, 0, item.X, item.Y, altM);
        return MavMissionResult.Accepted;
    }

    /// <summary>The items that say where to go; all others are done in passing.</summary>
    public static bool IsNavigation(MavCmd command) => (ushort)command < 95;

    public static bool IsKnown(MavCmd command) => command is MavCmd.NavWaypoint or MavCmd.NavTakeoff or MavCmd.NavLand
        or MavCmd.NavReturnToLaunch or MavCmd.NavLoiterUnlim or MavCmd.NavLoiterTime or MavCmd.NavSplineWaypoint or MavCmd.NavDelay
        or MavCmd.DoChangeSpeed or MavCmd.DoSprayer or MavCmd.DoLandStart or MavCmd.DoJump or MavCmd.DoSetServo
        or MavCmd.DoSetRelay or MavCmd.DoSendScriptMessage or MavCmd.DoSetRoi or MavCmd.DoSetHome or MavCmd.ConditionDelay or MavCmd.ConditionYaw;

    private static bool HasPlace(MavCmd command) => command is MavCmd.NavWaypoint or MavCmd.NavTakeoff or MavCmd.NavLand
        or MavCmd.NavLoiterUnlim or MavCmd.NavLoiterTime or MavCmd.NavSplineWaypoint or MavCmd.DoLandStart or MavCmd.DoSetRoi or MavCmd.DoSetHome;

    /// <summary>The whole-number frames become the float ones (6 to 3, 5 to 0, 11 to 10).</summary>
    private static MavFrame? StoredFrame(MavFrame frame) => (int)frame switch
    {
        0 or 5 => MavFrame.Global,
        3 or 6 => MavFrame.GlobalRelativeAlt,
        10 or 11 => MavFrame.GlobalTerrainAlt,
        _ => null,
    };

    /// <summary>NaN is an error except as the heading (param4) of a place.</summary>
    private static MavMissionResult? FirstBadParameter(in MissionItemInt item)
    {
        if (!float.IsFinite(item.Param1)) return MavMissionResult.InvalidParam1;
        if (!float.IsFinite(item.Param2)) return MavMissionResult.InvalidParam2;
        if (!float.IsFinite(item.Param3)) return MavMissionResult.InvalidParam3;
        return float.IsInfinity(item.Param4) ? MavMissionResult.InvalidParam4 : null;
    }
}
