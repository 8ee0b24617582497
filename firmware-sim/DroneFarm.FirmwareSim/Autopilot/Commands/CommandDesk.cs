using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Commands;

/// <summary>
/// COMMAND_LONG and COMMAND_INT: what each does and which result it gets. Some results mean nothing: DO_SPRAYER is accepted
/// always (point 1), MISSION_START unarmed too (point 15), DO_SET_SERVO on any channel (point 6). Unknown ones get 3 (point 30).
/// </summary>
internal sealed class CommandDesk(Copter copter, Reports reports, Scripting scripting, Action reboot)
{
    private const float ForceMagic = 21196, RebootMagic = 20190226;

    public MavResult Carry(in Order order)
    {
        switch (order.Command)
        {
            case MavCmd.ComponentArmDisarm: return ArmOrDisarm(order);
            case MavCmd.DoSetMode: return Switch((FlightMode)(int)order.Param2);
            case MavCmd.MissionStart: return Judge(copter.StartMission());
            case MavCmd.NavReturnToLaunch: return Switch(FlightMode.Rtl);
            case MavCmd.NavLand: return Switch(FlightMode.Land);
            case MavCmd.NavTakeoff: return Judge(copter.TakeOff(order.Param7));
            case MavCmd.NavLoiterUnlim: return Switch(FlightMode.Loiter);
            case MavCmd.DoReposition: return Reposition(order);
            case MavCmd.DoPauseContinue: return Pause(order);
            case MavCmd.DoChangeSpeed: return ChangeSpeed(order);
            case MavCmd.DoSprayer:
                copter.Sprayer.Permit(order.Param1 == 1);
                return MavResult.Accepted;
            case MavCmd.DoSetServo:
                copter.Servos.SetDirectly((int)order.Param1, (ushort)order.Param2);
                return MavResult.Accepted;
            case MavCmd.DoSetMissionCurrent: return SetCurrent(order);
            case MavCmd.DoLandStart: return copter.Armed && !copter.Landed && copter.SwitchTo(FlightMode.AutoRtl) is null ? MavResult.Accepted : MavResult.Failed;
            case MavCmd.DoFenceEnable:
                copter.FenceGuard.Switch(order.Param1 == 1);
                return MavResult.Accepted;
            case MavCmd.SetMessageInterval: return SetInterval(order);
            case MavCmd.GetMessageInterval: return GetInterval(order);
            case MavCmd.RequestMessage: return Request((uint)order.Param1);
            case MavCmd.RequestAutopilotCapabilities: return Request(AutopilotVersion.Id);
            case MavCmd.GetHomePosition: return Request(HomePosition.Id);
            case MavCmd.PreflightRebootShutdown: return Reboot(order);
            case MavCmd.Scripting: return scripting.Carry((int)order.Param1 == 0 ? (int)order.Param3 : (int)order.Param1);
            default: return MavResult.Unsupported;
        }
    }

    private MavResult ArmOrDisarm(in Order order)
    {
        var force = order.Param2 == ForceMagic;
        if (order.Param1 == 1) return Judge(copter.Arm(force));
        if (order.Param1 != 0) return MavResult.Unsupported;
        if (copter.Armed && !copter.Landed && !force) return MavResult.Failed;
        copter.Disarm();
        return MavResult.Accepted;
    }

    private MavResult Switch(FlightMode mode) => Judge(copter.SwitchTo(mode));

    private MavResult Reposition(in Order order)
    {
        if (copter.Mode.Id != FlightMode.Guided && ((int)order.Param2 & 1) != 0 && copter.SwitchTo(FlightMode.Guided) is not null) return MavResult.Failed;
        if (copter.Mode.Id != FlightMode.Guided) return MavResult.Denied;
        var item = new StoredItem(MavCmd.NavWaypoint, order.Frame, 0, 0, 0, 0, order.LatE7, order.LonE7, order.Param7);
        return copter.PlaceOf(item) is { } place ? Judge(copter.GoTo(place)) : MavResult.Failed;
    }

    private MavResult Pause(in Order order)
    {
        if (order.Param1 is not (0 or 1)) return MavResult.Denied;
        var hold = order.Param1 == 0;
        if (copter.Mode.Pause(hold)) return MavResult.Accepted;
        copter.Outbox.Say(MavSeverity.Info, hold ? "Failed to pause" : "Failed to continue");
        return MavResult.Failed;
    }

    private MavResult ChangeSpeed(in Order order)
    {
        if (order.Param2 <= 0) return MavResult.Failed;
        if (order.Param1 is not (0 or 1)) return MavResult.Accepted;
        return copter.Mode.SetSpeed(order.Param2) ? MavResult.Accepted : MavResult.Failed;
    }

    private MavResult SetCurrent(in Order order)
    {
        if (order.Param2 == 1) copter.Runner.Reset();
        return copter.JumpTo((int)order.Param1) ? MavResult.Accepted : MavResult.Failed;
    }

    private MavResult SetInterval(in Order order)
    {
        var id = (uint)order.Param1;
        if (!reports.Knows(id))
        {
            copter.Outbox.Say(MavSeverity.Info, $"No ap_message for mavlink id ({id})");
            return MavResult.Denied;
        }

        if (reports.Streams.Set(id, order.Param2, Reports.DefaultS(id), copter.NowS)) return MavResult.Accepted;
        copter.Outbox.Say(MavSeverity.Info, $"Requested rate for message ID {id} too fast. Increase SCHED_LOOP_RATE");
        return MavResult.Denied;
    }

    private MavResult GetInterval(in Order order)
    {
        var id = (uint)order.Param1;
        if (!reports.Knows(id)) return MavResult.Failed;
        copter.Outbox.Send(new MessageInterval { MessageId = (ushort)id, IntervalUs = reports.Streams.IntervalUs(id) });
        return MavResult.Accepted;
    }

    private MavResult Request(uint id)
    {
        if (!reports.Knows(id)) return MavResult.Failed;
        reports.Send(id);
        return MavResult.Accepted;
    }

    private MavResult Reboot(in Order order)
    {
        if (order.Param1 is not (1 or 3)) return MavResult.Denied;
        if (copter.Armed && order.Param6 != RebootMagic) return MavResult.Failed;
        reboot();
        return MavResult.Accepted;
    }

    private static MavResult Judge(string? refusal) => refusal is null ? MavResult.Accepted : MavResult.Failed;

    private static MavResult Judge(bool done) => done ? MavResult.Accepted : MavResult.Failed;
}
