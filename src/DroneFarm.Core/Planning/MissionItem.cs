using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning;

/// <summary>One item as the vehicle stores it. Parameters mean what MAV_CMD says for the command.</summary>
/// <param name="Place">Null for commands without a place.</param>
/// <param name="HeightM">Above <paramref name="Datum"/>; 0 for commands without a place.</param>
/// <param name="Datum">Home, or for waypoints of a job that follows the ground, the terrain.</param>
public sealed record MissionItem(
    MissionCommand Command,
    double Param1 = 0,
    double Param2 = 0,
    double Param3 = 0,
    double Param4 = 0,
    GeoPoint? Place = null,
    double HeightM = 0,
    AltitudeDatum Datum = AltitudeDatum.Home)
{
    public static MissionItem Waypoint(GeoPoint place, double heightM, AltitudeDatum datum = AltitudeDatum.Home) =>
        new(MissionCommand.Waypoint, Place: place, HeightM: heightM, Datum: datum);

    /// <summary>The sprayer's permission (MAV_CMD_DO_SPRAYER): exactly 0 or 1, since the autopilot accepts anything (ARDUPILOT.md point 1).</summary>
    public static MissionItem Sprayer(bool on) => new(MissionCommand.Sprayer, Param1: on ? 1 : 0);

    /// <summary>
    /// The pump's law for what follows, told to the on-board script sprayer_rate.lua (MAV_CMD_DO_SEND_SCRIPT_MESSAGE): ArduCopter has no item of its own
    /// for it (docs/decisions/0010). The autopilot keeps the values as 32-bit floats.
    /// </summary>
    /// <param name="flowLPerMinPerMps">Litres a minute for each metre a second of ground speed.</param>
    public static MissionItem SprayRate(double flowLPerMinPerMps) => new(MissionCommand.ScriptMessage, Param1: SprayRateMessage, Param2: (float)flowLPerMinPerMps);

    /// <summary>The number by which the script knows a message as its own.</summary>
    public const int SprayRateMessage = 5022;

    /// <summary>
    /// The nose turned to a direction, the short way, and held there (MAV_CMD_CONDITION_YAW, absolute). It holds from leg to leg with WP_YAW_BEHAVIOR 0 alone;
    /// a DO item behind it waits until the nose is there.
    /// </summary>
    public static MissionItem Yaw(double headingDeg) => new(MissionCommand.Yaw, Param1: (float)headingDeg);

    /// <summary>Ground speed (MAV_CMD_DO_CHANGE_SPEED, type 1), throttle unchanged.</summary>
    public static MissionItem Speed(double speedMps) => new(MissionCommand.ChangeSpeed, Param1: 1, Param2: speedMps, Param3: -1);
}
