using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Exchanges;

/// <summary>A command, with the ones we use spelled out.</summary>
/// <param name="Place">Where it has a place: then it goes as COMMAND_INT, whose degrees are exact, and P5 and P6 mean nothing.</param>
/// <param name="Once">Doing it twice is not doing it once: it is sent one time and never again, so that no copy can come late.</param>
public readonly record struct Command(
    MavCmd Id, float P1 = 0, float P2 = 0, float P3 = 0, float P4 = 0, float P5 = 0, float P6 = 0, float P7 = 0, CommandPlace? Place = null, bool Once = false)
{
    /// <summary>The sprayer's permission: exactly 0 or 1, since anything is acknowledged (ARDUPILOT.md point 1).</summary>
    public static Command Sprayer(bool on) => new(MavCmd.DoSprayer, on ? 1 : 0);

    public static Command Arm { get; } = new(MavCmd.ComponentArmDisarm, 1);

    /// <summary>Without force: refused in the air.</summary>
    public static Command Disarm { get; } = new(MavCmd.ComponentArmDisarm, 0);

    public static Command StartMission { get; } = new(MavCmd.MissionStart);

    /// <summary>Holds on the line in AUTO, and goes on; only while a waypoint is flown to (ARDUPILOT.md point 17).</summary>
    public static Command Pause(bool goOn) => new(MavCmd.DoPauseContinue, goOn ? 1 : 0);

    public static Command Mode(CopterMode mode) => new(MavCmd.DoSetMode, 1, (float)mode);

    /// <param name="interval">Zero asks for none.</param>
    public static Command MessageInterval(uint messageId, TimeSpan interval) =>
        new(MavCmd.SetMessageInterval, messageId, interval == TimeSpan.Zero ? -1 : (float)(interval.TotalMilliseconds * 1000));
}
