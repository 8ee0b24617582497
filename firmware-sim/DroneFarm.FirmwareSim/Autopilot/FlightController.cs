using System.Text;
using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Autopilot.Commands;
using DroneFarm.FirmwareSim.Autopilot.Files;
using DroneFarm.FirmwareSim.Autopilot.Logs;
using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.FirmwareSim.Autopilot.Parameters;
using DroneFarm.FirmwareSim.Autopilot.Safety;
using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.FirmwareSim.Body;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot;

/// <summary>One start of the firmware, wired up: the copter and everything that talks about it. A reboot throws it away.</summary>
internal sealed class FlightController
{
    /// <summary>What the serial port says before the first frame (point 31): about 160 bytes of plain text.</summary>
    private const string Banner =
        "\r\n\r\nInit ArduCopter V4.6.3 (3fc7011a)\r\n\r\nFree RAM: 262144\r\nload_all took 312us\r\nFirmware change: erasing EEPROM... done.\r\nloaded parameters, starting scheduler\r\n\r\n";

    private const double CalibratedS = 1.9;

    private static readonly (double AtS, string Text)[] StartTexts =
    [
        (1.2, "Calibrating barometer"), (1.9, "Barometer 1 calibration complete"), (1.9, "Barometer 2 calibration complete"),
        (2.4, "ArduPilot Ready"), (2.4, "AHRS: DCM active"), (4.4, "EKF3 IMU0 initialised"), (4.4, "EKF3 IMU1 initialised"),
        (4.4, "AHRS: EKF3 active"), (5.7, "EKF3 IMU0 tilt alignment complete"), (9.8, "GPS 1: detected u-blox"),
        (20, "EKF3 IMU0 origin set"), (20, "Field Elevation Set: 5m"), (20.2, "EKF3 IMU1 origin set"),
        (41, "EKF3 IMU0 is using GPS"), (41.2, "EKF3 IMU1 is using GPS"),
    ];

    private readonly List<MissionTransfer> transfers;
    private readonly ParameterDesk parameters;
    private readonly LogDesk logs;
    private readonly FlightLogger logger;
    private readonly Reports reports;
    private readonly Scripting scripting;
    private readonly MessageRouter router;
    private int textsSaid;
    private bool calibrationTold;

    public FlightController(
        CopterMemory memory, Airframe airframe, Wind wind, Outbox outbox, RadioControl rc, LocalFrame frame, double originAltitudeM, byte systemId,
        bool banner, Action reboot)
    {
        Copter = new Copter(memory, airframe, outbox, rc, frame, originAltitudeM);
        if (banner) outbox.SendRaw(Encoding.ASCII.GetBytes(Banner));
        transfers = [new MissionTransfer(memory.Mission, outbox), new MissionTransfer(memory.Fence, outbox), new MissionTransfer(memory.Rally, outbox)];
        parameters = new ParameterDesk(memory.Parameters, outbox);
        reports = new Reports(Copter, wind);
        scripting = new Scripting(Copter);
        Copter.ScriptMessage = scripting.Hear;
        logs = new LogDesk(Copter);
        logger = new FlightLogger(Copter);
        var commands = new CommandDesk(Copter, reports, scripting, reboot);
        router = new MessageRouter(Copter, systemId, commands, parameters, new FileDesk(Copter), logs, transfers);
    }

    public Copter Copter { get; }

    public void On(in Packet packet)
    {
        if (!Copter.Halted) router.On(packet);
    }

    /// <returns>Litres sprayed in this step.</returns>
    public double Step(double dtS)
    {
        var litres = Copter.Step(dtS);
        if (Copter.Halted) return litres;
        foreach (var transfer in transfers) transfer.Step(Copter.NowS);
        parameters.Step(dtS);
        logs.Step(dtS);
        logger.Step(Copter.NowS);
        scripting.Step(Copter.NowS);
        reports.Step();
        if (!calibrationTold && Copter.NowS >= CalibratedS)
        {
            calibrationTold = true;
            parameters.TellCalibration();
        }

        for (; textsSaid < StartTexts.Length && Copter.NowS >= StartTexts[textsSaid].AtS; textsSaid++)
            Copter.Outbox.Say(MavSeverity.Info, StartTexts[textsSaid].Text);
        return litres;
    }
}
