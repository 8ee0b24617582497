using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Commands;

/// <summary>A command, whether it came as COMMAND_LONG or COMMAND_INT. A place is kept in 1e-7 degrees.</summary>
internal readonly record struct Order(
    MavCmd Command, MavFrame Frame, float Param1, float Param2, float Param3, float Param4, int LatE7, int LonE7, float Param6, float Param7)
{
    public static Order From(in CommandLong m) => new(m.Command, MavFrame.GlobalRelativeAlt, m.Param1, m.Param2, m.Param3, m.Param4,
        (int)Math.Round(m.Param5 * 1e7), (int)Math.Round(m.Param6 * 1e7), m.Param6, m.Param7);

    public static Order From(in CommandInt m) => new(m.Command, m.Frame, m.Param1, m.Param2, m.Param3, m.Param4, m.X, m.Y, m.Y, m.Z);
}
