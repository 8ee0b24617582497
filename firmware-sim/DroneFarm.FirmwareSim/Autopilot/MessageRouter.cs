using DroneFarm.FirmwareSim.Autopilot.Commands;
using DroneFarm.FirmwareSim.Autopilot.Files;
using DroneFarm.FirmwareSim.Autopilot.Logs;
using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.FirmwareSim.Autopilot.Parameters;
using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot;

/// <summary>Each arriving message to whom it concerns; what is meant for another vehicle is met with silence (point 30).</summary>
internal sealed class MessageRouter(
    Copter copter, byte systemId, CommandDesk commands, ParameterDesk parameters, FileDesk files, LogDesk logs, IReadOnlyList<MissionTransfer> transfers)
{
    public void On(in Packet packet)
    {
        var from = new Peer(packet.SystemId, packet.ComponentId);
        if (packet.Is<Heartbeat>())
        {
            if (packet.SystemId == (byte)copter.Parameters["SYSID_MYGCS"]) copter.Failsafes.HeardGroundStation(copter.NowS);
        }
        else if (packet.TryRead(out CommandLong order))
        {
            if (IsOurs(order.TargetSystem)) Answer(from, Order.From(order));
        }
        else if (packet.TryRead(out CommandInt orderInt))
        {
            if (IsOurs(orderInt.TargetSystem)) Answer(from, Order.From(orderInt));
        }
        else if (packet.TryRead(out SetMode mode))
        {
            if (IsOurs(mode.TargetSystem)) copter.SwitchTo((FlightMode)mode.CustomMode);
        }
        else if (!OnParameter(packet) && !OnMission(packet, from))
        {
            OnOther(packet, from);
        }
    }

    private void Answer(Peer from, in Order order)
    {
        var result = commands.Carry(order);
        copter.Outbox.Send(new CommandAck { Command = order.Command, Result = result, TargetSystem = from.System, TargetComponent = from.Component });
    }

    private bool OnParameter(in Packet packet)
    {
        if (packet.TryRead(out ParamRequestList list))
        {
            if (IsOurs(list.TargetSystem)) parameters.OnRequestList();
        }
        else if (packet.TryRead(out ParamRequestRead read))
        {
            if (IsOurs(read.TargetSystem)) parameters.OnRequestRead(read.ParamIndex, read.ParamId.ToText());
        }
        else if (packet.TryRead(out ParamSet set))
        {
            if (IsOurs(set.TargetSystem)) parameters.OnSet(set.ParamId.ToText(), set.ParamValue);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool OnMission(in Packet packet, Peer from)
    {
        if (packet.TryRead(out MissionItemInt item)) Transfer(item.TargetSystem, item.MissionType)?.OnItem(from, item, copter.NowS);
        else if (packet.TryRead(out MissionCount count)) Transfer(count.TargetSystem, count.MissionType)?.OnCount(from, count.Count, copter.NowS);
        else if (packet.TryRead(out MissionRequestInt wanted)) Transfer(wanted.TargetSystem, wanted.MissionType)?.OnRequestItem(from, wanted.Seq);
        else if (packet.TryRead(out MissionRequestList list)) Transfer(list.TargetSystem, list.MissionType)?.OnRequestList(from);
        else if (packet.TryRead(out MissionRequest old)) Transfer(old.TargetSystem, old.MissionType)?.OnRequestItem(from, old.Seq);
        else if (packet.TryRead(out MissionWritePartialList part)) Transfer(part.TargetSystem, part.MissionType)?.OnWritePartial(from, part.StartIndex, part.EndIndex, copter.NowS);
        else if (packet.TryRead(out MissionClearAll clear))
        {
            foreach (var transfer in transfers)
            {
                if (IsOurs(clear.TargetSystem) && (clear.MissionType == transfer.Type || clear.MissionType == MavMissionType.All)) transfer.OnClear(from);
            }
        }
        else if (packet.TryRead(out MissionSetCurrent current))
        {
            if (IsOurs(current.TargetSystem)) copter.JumpTo(current.Seq);
        }
        else
        {
            return packet.Is<MissionAck>();
        }

        return true;
    }

    private void OnOther(in Packet packet, Peer from)
    {
        if (packet.TryRead(out Timesync sync))
        {
            if (sync.Tc1 == 0) copter.Outbox.Send(new Timesync { Tc1 = (long)(copter.NowS * 1e9), Ts1 = sync.Ts1 });
        }
        else if (packet.TryRead(out FileTransferProtocol file))
        {
            if (IsOurs(file.TargetSystem)) files.On(from, file);
        }
        else if (packet.TryRead(out LogRequestList list))
        {
            if (IsOurs(list.TargetSystem)) logs.OnList(list.Start, list.End);
        }
        else if (packet.TryRead(out LogRequestData part))
        {
            if (IsOurs(part.TargetSystem)) logs.OnData(part.Id, part.Ofs, part.Count);
        }
        else if (packet.TryRead(out LogRequestEnd end))
        {
            if (IsOurs(end.TargetSystem)) logs.OnEnd();
        }
        else if (packet.TryRead(out SetPositionTargetGlobalInt target))
        {
            if (!IsOurs(target.TargetSystem)) return;
            var item = new StoredItem(MavCmd.NavWaypoint, target.CoordinateFrame == MavFrame.GlobalInt ? MavFrame.Global : MavFrame.GlobalRelativeAlt,
                0, 0, 0, 0, target.LatInt, target.LonInt, target.Alt);
            if (copter.PlaceOf(item) is { } place) copter.GoTo(place);
        }
        else if (packet.TryRead(out TerrainData terrain))
        {
            copter.Memory.Terrain.Put(terrain);
        }
    }

    private MissionTransfer? Transfer(byte targetSystem, MavMissionType type)
    {
        if (!IsOurs(targetSystem)) return null;
        foreach (var transfer in transfers)
        {
            if (transfer.Type == type) return transfer;
        }

        return null;
    }

    private bool IsOurs(byte targetSystem) => targetSystem == systemId || targetSystem == 0;
}
