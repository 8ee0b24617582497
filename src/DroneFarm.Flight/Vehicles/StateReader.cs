using DroneFarm.Core.Geo;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Vehicles;

/// <summary>How each message changes what we know. Pure; the only place where MAVLink's scaled integers become units of ours.</summary>
public static class StateReader
{
    /// <summary>The component that flies (MAV_COMP_ID_AUTOPILOT1).</summary>
    public const byte Autopilot = 1;

    private const uint PreArmCheckBit = 0x1000_0000; // MAV_SYS_STATUS_PREARM_CHECK
    private static readonly TimeSpan BatteryStatusComesEvery = TimeSpan.FromSeconds(1.5); // asked for at 2 Hz
    private const string GuardName = "DFGUARD"; // firmware-sim/ardupilot/sprayer_guard.lua
    private const uint RebootBackMs = 5_000; // reordered packets go back by less

    /// <summary>What we know after a packet; the same object when the packet says nothing of this vehicle's autopilot.</summary>
    public static VehicleState After(this VehicleState state, in Packet packet, DateTimeOffset now)
    {
        if (packet.SystemId != state.Id.SystemId || packet.ComponentId != Autopilot) return state;
        state = state with { LastHeard = now };
        if (packet.TryRead(out Heartbeat heartbeat)) return heartbeat.Autopilot == MavAutopilot.Invalid ? state : Pulse(state, heartbeat, now);
        if (packet.TryRead(out GlobalPositionInt position)) return Motion(state, position, now);
        if (packet.TryRead(out ServoOutputRaw servos)) return servos.Port == 0 ? state with { Servos = new(Read(servos), now) } : state;
        if (packet.TryRead(out MissionCurrent current)) return state with { Mission = new(Read(current), now) };
        if (packet.TryRead(out MissionItemReached reached)) return state with { Reached = new(reached.Seq, now) };
        if (packet.TryRead(out SysStatus status)) return Health(state, status, now);
        if (packet.TryRead(out BatteryStatus battery))
        {
            return battery.Id == 0 ? state with { Battery = new(Read(battery), now) } : state with { Liquids = state.Liquids.SetItem(battery.Id, new(Liquid(battery), now)) };
        }

        if (packet.TryRead(out GpsRawInt gps)) return state with { Fix = new(Read(gps), now) };
        if (packet.TryRead(out EkfStatusReport ekf)) return state with { Ekf = new(ekf.Flags, now) };
        if (packet.TryRead(out ExtendedSysState extended)) return state with { Landed = new(extended.LandedState, now) };
        if (packet.TryRead(out NamedValueFloat named)) return named.Name.ToText() == GuardName ? state with { Guard = new((int)named.Value, now) } : state;
        if (packet.TryRead(out Wind wind)) return state with { Wind = new(new(wind.Speed, Heading.FromDegrees(wind.Direction)), now) };
        if (packet.TryRead(out TerrainReport terrain)) return state with { Ground = new(Read(terrain), now) };
        return state;
    }

    /// <summary>What we know after a whole line of text.</summary>
    public static VehicleState After(this VehicleState state, Notice notice, DateTimeOffset now) => state with
    {
        Notice = new(notice, now),
        Failsafe = notice.IsFailsafe ? new(notice, now) : state.Failsafe,
    };

    private static VehicleState Pulse(VehicleState state, in Heartbeat heartbeat, DateTimeOffset now) => state with
    {
        Pulse = new(new((CopterMode)heartbeat.CustomMode, heartbeat.BaseMode.HasFlag(MavModeFlag.SafetyArmed), heartbeat.SystemStatus), now),
    };

    private static VehicleState Motion(VehicleState state, in GlobalPositionInt position, DateTimeOffset now)
    {
        var rebooted = position.TimeBootMs + RebootBackMs < state.UptimeMs;
        var speedMps = Math.Sqrt(((double)position.Vx * position.Vx) + ((double)position.Vy * position.Vy)) / 100;
        return state with
        {
            Motion = new(
                new(
                    new GeoPoint(LatitudeDeg: position.Lat / 1e7, LongitudeDeg: position.Lon / 1e7),
                    position.RelativeAlt / 1000.0,
                    position.Alt / 1000.0,
                    speedMps,
                    -position.Vz / 100.0,
                    position.Hdg == ushort.MaxValue ? null : Heading.FromDegrees(position.Hdg / 100.0)),
                now),
            UptimeMs = position.TimeBootMs,
            Boots = state.Boots + (rebooted ? 1 : 0),
        };
    }

    private static VehicleState Health(VehicleState state, in SysStatus status, DateTimeOffset now)
    {
        if (((uint)status.OnboardControlSensorsPresent & PreArmCheckBit) != 0)
        {
            state = state with { PreArmOk = new(((uint)status.OnboardControlSensorsHealth & PreArmCheckBit) != 0, now) };
        }

        if (state.Battery.IsFresh(now, BatteryStatusComesEvery)) return state; // BATTERY_STATUS says more, where the vehicle sends it
        return state with { Battery = new(new(Percent(status.BatteryRemaining), Known(status.VoltageBattery, ushort.MaxValue, 1000), Known(status.CurrentBattery, -1, 100)), now) };
    }

    private static Charge Read(in BatteryStatus battery)
    {
        // Cells that are not there read 65535; ArduPilot puts the sum in the first cells when it knows no cells.
        double sumMv = 0;
        for (var cell = 0; cell < 10; cell++)
        {
            if (battery.Voltages[cell] != ushort.MaxValue) sumMv += battery.Voltages[cell];
        }

        return new(Percent(battery.BatteryRemaining), sumMv > 0 ? sumMv / 1000 : null, Known(battery.CurrentBattery, -1, 100));
    }

    /// <summary>AP_BattMonitor_FuelFlow: amperes are litres per hour, mAh are millilitres.</summary>
    private static LiquidSensor Liquid(in BatteryStatus battery) =>
        new(Percent(battery.BatteryRemaining), Known(battery.CurrentConsumed, -1, 1000), Known(battery.CurrentBattery, -1, 100 * 60));

    private static ServoOutputs Read(in ServoOutputRaw s) => new(
    [
        s.Servo1Raw, s.Servo2Raw, s.Servo3Raw, s.Servo4Raw, s.Servo5Raw, s.Servo6Raw, s.Servo7Raw, s.Servo8Raw,
        s.Servo9Raw, s.Servo10Raw, s.Servo11Raw, s.Servo12Raw, s.Servo13Raw, s.Servo14Raw, s.Servo15Raw, s.Servo16Raw,
    ],
    s.TimeUsec);

    private static MissionPlace Read(in MissionCurrent m) => new(m.Seq, m.Total is 0 or ushort.MaxValue ? null : m.Total, (int)m.MissionState);

    private static Fix Read(in GpsRawInt gps) =>
        new(gps.FixType, gps.SatellitesVisible == byte.MaxValue ? 0 : gps.SatellitesVisible, Known(gps.Eph, ushort.MaxValue, 100));

    /// <summary>A spacing of 0 says that the height is not known (AP_Terrain::send_terrain_report).</summary>
    private static KnownGround Read(in TerrainReport terrain) => new(terrain.Pending, terrain.Loaded, terrain.Spacing == 0 ? null : terrain.TerrainHeight);

    private static double? Percent(sbyte remaining) => remaining < 0 ? null : remaining;

    private static double? Known(int value, int unknown, double scale) => value == unknown ? null : value / scale;
}
