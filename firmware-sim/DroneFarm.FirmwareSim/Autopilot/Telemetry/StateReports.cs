using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Telemetry;

/// <summary>What the vehicle says about its own condition: heartbeat, battery, sensors, mission, fence, servo outputs.</summary>
internal sealed class StateReports(Copter copter)
{
    private const uint SensorsPresent = 1399979055;
    private const uint PreArmBit = 0x1000_0000;
    private const uint MotorBit = 0x8000;

    public void Heartbeat()
    {
        var flies = copter.Armed && !copter.Landed;
        var guided = copter.Mode.Id is FlightMode.Guided || (copter.Armed && copter.Mode.Id is not (FlightMode.Stabilize or FlightMode.AltHold));
        var mode = MavModeFlag.CustomModeEnabled | MavModeFlag.StabilizeEnabled | MavModeFlag.ManualInputEnabled;
        if (guided) mode |= MavModeFlag.GuidedEnabled;
        if (copter.Armed) mode |= MavModeFlag.SafetyArmed;
        var state = copter.NowS < 3 ? MavState.Boot
            : copter.Armed && copter.Failsafes.Any ? MavState.Critical
            : flies ? MavState.Active : MavState.Standby;
        copter.Outbox.Send(new Heartbeat
        {
            CustomMode = (uint)copter.Mode.Id, Type = MavType.Quadrotor, Autopilot = MavAutopilot.Ardupilotmega,
            BaseMode = mode, SystemStatus = state, MavlinkVersion = 3,
        });
    }

    public void SysStatus()
    {
        var battery = copter.Airframe.Battery;
        var health = SensorsPresent & ~PreArmBit;
        if (copter.Arming.PreArmOk) health |= PreArmBit;
        var enabled = copter.Armed ? SensorsPresent : SensorsPresent & ~MotorBit;
        copter.Outbox.Send(new SysStatus
        {
            OnboardControlSensorsPresent = (MavSysStatusSensor)SensorsPresent, OnboardControlSensorsEnabled = (MavSysStatusSensor)enabled,
            OnboardControlSensorsHealth = (MavSysStatusSensor)health, Load = 120,
            VoltageBattery = (ushort)Math.Round(battery.VoltageV * 1000), CurrentBattery = (short)Math.Min(short.MaxValue, battery.CurrentA * 100),
            BatteryRemaining = (sbyte)Math.Round(battery.Charge * 100),
        });
    }

    public void BatteryStatus()
    {
        var battery = copter.Airframe.Battery;
        var message = new BatteryStatus
        {
            CurrentConsumed = (int)(battery.ConsumedAh * 1000), EnergyConsumed = (int)(battery.ConsumedWh * 36),
            Temperature = short.MaxValue, CurrentBattery = (short)Math.Min(short.MaxValue, battery.CurrentA * 100),
            BatteryRemaining = (sbyte)Math.Round(battery.Charge * 100), ChargeState = MavBatteryChargeState.Ok,
        };
        for (var i = 0; i < 10; i++) message.Voltages[i] = ushort.MaxValue;
        message.Voltages[0] = (ushort)Math.Round(Math.Min(battery.VoltageV * 1000, 65534));
        copter.Outbox.Send(message);
        for (byte id = 1; id <= 2; id++) Liquid(id, (int)copter.Parameters[$"BATT{id + 1}_MONITOR"]);
    }

    /// <summary>ArduPilot's fuel sensors (11 a flow meter, 12 a level by pulse width): litres per hour as amperes, millilitres as mAh, a fixed voltage of 1 V.</summary>
    private void Liquid(byte id, int monitor)
    {
        const int flow = 11, level = 12;
        if (monitor is not (flow or level)) return;
        var tank = copter.Airframe.Tank;
        var share = tank.LevelL / tank.CapacityL;
        var message = new BatteryStatus
        {
            Id = id, Temperature = short.MaxValue, EnergyConsumed = -1,
            CurrentConsumed = (int)(1000 * (monitor == flow ? tank.EmittedL : tank.CapacityL - tank.LevelL)),
            CurrentBattery = monitor == flow ? (short)Math.Min(short.MaxValue, copter.Airframe.FlowLPerMin * 60 * 100) : (short)-1,
            BatteryRemaining = monitor == flow ? (sbyte)-1 : (sbyte)Math.Round(100 * share),
        };
        for (var i = 0; i < 10; i++) message.Voltages[i] = ushort.MaxValue;
        message.Voltages[0] = 1000;
        copter.Outbox.Send(message);
    }

    public void MissionCurrent()
    {
        var store = copter.Mission;
        var state = store.Total == 0 ? Mavlink.Enums.MissionState.NoMission : copter.Runner.State switch
        {
            RunState.Running => copter.IsPaused ? Mavlink.Enums.MissionState.Paused : Mavlink.Enums.MissionState.Active,
            RunState.Complete => Mavlink.Enums.MissionState.Complete,
            _ => Mavlink.Enums.MissionState.NotStarted,
        };
        copter.Outbox.Send(new MissionCurrent
        {
            Seq = (ushort)copter.Runner.Current, Total = (ushort)store.Total, MissionState = state,
            MissionMode = copter.Mode.Id is FlightMode.Auto or FlightMode.AutoRtl ? (byte)1 : (byte)0,
        });
    }

    public void FenceStatus() => copter.Outbox.Send(new FenceStatus
    {
        BreachStatus = copter.FenceGuard.Breached ? (byte)1 : (byte)0, BreachCount = copter.FenceGuard.Breaches,
        BreachType = copter.FenceGuard.Breached ? copter.FenceGuard.BreachKind : FenceBreach.None,
        BreachTime = (uint)(copter.FenceGuard.BreachedAtS * 1000),
    });

    public void ExtendedSysState() => copter.Outbox.Send(new ExtendedSysState
    {
        LandedState = copter.Landed ? MavLandedState.OnGround : MavLandedState.InAir, VtolState = MavVtolState.Undefined,
    });

    public void ServoOutputs()
    {
        var throttle = copter.Armed && !copter.Landed ? 0.4 : 0;
        ushort Pulse(int channel) => copter.Servos.PulseUs(channel, copter.Armed, throttle);
        copter.Outbox.Send(new ServoOutputRaw
        {
            TimeUsec = (uint)(copter.NowS * 1e6), Port = 0,
            Servo1Raw = Pulse(1), Servo2Raw = Pulse(2), Servo3Raw = Pulse(3), Servo4Raw = Pulse(4),
            Servo5Raw = Pulse(5), Servo6Raw = Pulse(6), Servo7Raw = Pulse(7), Servo8Raw = Pulse(8),
            Servo9Raw = Pulse(9), Servo10Raw = Pulse(10), Servo11Raw = Pulse(11), Servo12Raw = Pulse(12),
            Servo13Raw = Pulse(13), Servo14Raw = Pulse(14), Servo15Raw = Pulse(15), Servo16Raw = Pulse(16),
        });
    }

    public void RcChannels()
    {
        var rc = copter.Rc;
        copter.Outbox.Send(new RcChannels
        {
            TimeBootMs = (uint)(copter.NowS * 1000), Chancount = rc.HasSignal ? (byte)16 : (byte)0, Rssi = rc.HasSignal ? (byte)254 : (byte)0,
            Chan1Raw = 1500, Chan2Raw = 1500, Chan3Raw = rc.ThrottleUs, Chan4Raw = 1500, Chan5Raw = 1800, Chan6Raw = 1000, Chan7Raw = 1000, Chan8Raw = 1800,
        });
    }

    public void AutopilotVersion()
    {
        var message = new AutopilotVersion
        {
            Capabilities = MavProtocolCapability.ParamFloat | MavProtocolCapability.MissionInt | MavProtocolCapability.CommandInt
                | MavProtocolCapability.Ftp | MavProtocolCapability.Mavlink2 | MavProtocolCapability.MissionFence
                | MavProtocolCapability.MissionRally | MavProtocolCapability.FlightTermination | MavProtocolCapability.SetPositionTargetGlobalInt,
            FlightSwVersion = copter.Parameters.Release == FirmwareRelease.Copter47 ? 0x0407_01FFu : 0x0406_03FFu, MiddlewareSwVersion = 0, OsSwVersion = 0, BoardVersion = 0, Uid = copter.Memory.Serial,
        };
        copter.Outbox.Send(message);
    }
}
