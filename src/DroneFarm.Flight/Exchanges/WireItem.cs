using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using MissionItem = DroneFarm.Core.Planning.MissionItem;

namespace DroneFarm.Flight.Exchanges;

/// <summary>A mission, fence or rally item as MISSION_ITEM_INT carries it. The one place where a planned place becomes the wire's latitude and longitude.</summary>
/// <param name="LatE7">Degrees x 1e7; 0 without a place.</param>
public sealed record WireItem(MavCmd Command, MavFrame Frame, float P1, float P2, float P3, float P4, int LatE7, int LonE7, float Z)
{
    /// <summary>What slot 0 of a mission is sent as: the vehicle puts home there, whatever it gets (ARDUPILOT.md point 10).</summary>
    public static WireItem HomeSlot(GeoPoint place) => Of(MissionItem.Waypoint(place, 0));

    public static WireItem Of(MissionItem item) => new(
        (MavCmd)item.Command,
        FrameOf(item),
        (float)item.Param1,
        (float)item.Param2,
        (float)item.Param3,
        (float)item.Param4,
        item.Place is { } lat ? ToE7(lat.LatitudeDeg) : 0,
        item.Place is { } lon ? ToE7(lon.LongitudeDeg) : 0,
        (float)item.HeightM);

    public static WireItem Of(in MissionItemInt m) => new(m.Command, m.Frame, m.Param1, m.Param2, m.Param3, m.Param4, m.X, m.Y, m.Z);

    /// <summary>What it means; the place is null where none was sent.</summary>
    public MissionItem ToItem() => new(
        (MissionCommand)Command, P1, P2, P3, P4, LatE7 == 0 && LonE7 == 0 ? null : new GeoPoint(LatitudeDeg: LatE7 / 1e7, LongitudeDeg: LonE7 / 1e7), Z, DatumOf(Frame));

    public MissionItemInt ToMessage(byte system, byte component, ushort seq, MavMissionType type) => new()
    {
        TargetSystem = system,
        TargetComponent = component,
        Seq = seq,
        Command = Command,
        Frame = Frame,
        Autocontinue = 1,
        Param1 = P1,
        Param2 = P2,
        Param3 = P3,
        Param4 = P4,
        X = LatE7,
        Y = LonE7,
        Z = Z,
        MissionType = type,
    };

    /// <summary>ArduPilot keeps the float frames, whichever of the two is sent (ARDUPILOT.md point 11).</summary>
    private static MavFrame FrameOf(MissionItem item) => item switch
    {
        { Place: null, Command: not MissionCommand.Takeoff } => MavFrame.Mission,
        { Datum: AltitudeDatum.Terrain } => MavFrame.GlobalTerrainAlt,
        { Datum: AltitudeDatum.Sea } => MavFrame.Global,
        _ => MavFrame.GlobalRelativeAlt,
    };

    /// <summary>Items without a place come back in frame 0 and have no height over anything.</summary>
    private AltitudeDatum DatumOf(MavFrame frame) => (int)frame switch
    {
        10 or 11 => AltitudeDatum.Terrain,
        0 or 5 when LatE7 != 0 || LonE7 != 0 => AltitudeDatum.Sea,
        _ => AltitudeDatum.Home,
    };

    private static int ToE7(double degrees) => (int)Math.Round(degrees * 1e7);
}
