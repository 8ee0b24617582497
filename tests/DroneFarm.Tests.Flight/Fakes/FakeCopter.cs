using System.Collections.Concurrent;
using System.Threading.Channels;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>
/// A scripted vehicle at the other end of a link: acknowledges, stores, arms, and flies its mission as a point that moves at a fixed speed. It lives by
/// <see cref="Step"/> alone. The unpleasant habits that matter here are ArduPilot's: the sprayer's permission outlives modes, MISSION_START is accepted always.
/// </summary>
internal sealed class FakeCopter : ILink, IReply
{
    private readonly ConcurrentQueue<byte[]> fromGround = new();
    private readonly Channel<Packet> toGround = Channel.CreateUnbounded<Packet>();
    private readonly PacketSender ground = new(255, 190);
    private readonly PacketSender air = new(1, 1);
    private readonly Dictionary<uint, (TimeSpan Every, DateTimeOffset Next)> streams = [];
    private readonly Lock sending = new();
    private readonly Random random = new(1);
    private DateTimeOffset now;
    private DateTimeOffset nextBeat, nextGuard;
    private DateTimeOffset lastGroundBeat;

    public Dictionary<MavMissionType, FakeItemStore> Stores { get; } = new()
    {
        [MavMissionType.Mission] = new FakeItemStore(MavMissionType.Mission, 650),
        [MavMissionType.Fence] = new FakeItemStore(MavMissionType.Fence, 70),
        [MavMissionType.Rally] = new FakeItemStore(MavMissionType.Rally, 46),
    };

    public FakeFlight Flight { get; } = new();

    public Dictionary<string, float> Parameters { get; } = [];

    public List<CommandLong> Commands { get; } = [];

    /// <summary>Heights of the ground that were sent to it.</summary>
    public List<TerrainData> Heights { get; } = [];

    public double Loss { get; set; }

    public bool RadioOff { get; set; }

    /// <summary>The telemetry radio reports under the vehicle's own system id; the autopilot is silent.</summary>
    public bool OnlyRadioSpeaks { get; set; }

    /// <summary>It carries the guard script, which tells of itself twice a second.</summary>
    public bool Guarded { get; set; } = true;

    /// <summary>The wind it estimates; null where it does not.</summary>
    public float? WindMps { get; set; }

    /// <summary>A flow meter as battery 2 (BATT2_MONITOR 11) on a pump of 4 L/min; null without one. Dry, it stands.</summary>
    public bool? MeterStands { get; set; }

    public int GroundBeats { get; private set; }

    public bool SeesGround => now - lastGroundBeat < TimeSpan.FromSeconds(5);

    public ChannelReader<Packet> Received => toGround.Reader;

    public LinkState State => LinkState.Open;

    public LinkCounts Counts => new(0, 0, 0, 0, 0, 0, 0, 1);

    void ILink.Send<T>(in T message)
    {
        lock (sending) fromGround.Enqueue(ground.Pack(in message));
    }

    public void Send<T>(in T message)
        where T : struct, IMessage<T>
    {
        if (OnlyRadioSpeaks) return;
        var frame = air.Pack(in message);
        if (!RadioOff && random.NextDouble() >= Loss) toGround.Writer.TryWrite(Packets.Parse(frame));
    }

    public void Ack(MavMissionType type, MavMissionResult result) =>
        Send(new MissionAck { TargetSystem = 255, TargetComponent = 190, Type = result, MissionType = type });

    public void Says(string text, MavSeverity severity = MavSeverity.Warning) => Send(new Statustext { Severity = severity, Text = Text50.From(text) });

    /// <summary>What was asked of it is gone, as after a reboot.</summary>
    public void Forget() => streams.Clear();

    /// <summary>The vehicle's life up to a moment.</summary>
    public void Step(DateTimeOffset moment, TimeSpan passed)
    {
        now = moment;
        while (fromGround.TryDequeue(out var frame))
        {
            if (!RadioOff && random.NextDouble() >= Loss) Hear(Packets.Parse(frame));
        }

        foreach (var store in Stores.Values) store.Tick(this, now);
        Flight.Step(passed, Stores[MavMissionType.Mission].Items);
        Beat();
        TellGuard();
        Stream();
        if (OnlyRadioSpeaks) toGround.Writer.TryWrite(Packets.Of(new RadioStatus { Rssi = 200 }, system: 1, component: 68));
    }

    private void Hear(Packet packet)
    {
        if (packet.Is<Heartbeat>()) (GroundBeats, lastGroundBeat) = (GroundBeats + 1, now);
        else if (packet.TryRead(out CommandLong command)) Obey(command);
        else if (packet.TryRead(out MissionCount count)) Stores[count.MissionType].Count(count.Count, this, now);
        else if (packet.TryRead(out MissionItemInt item)) Stores[item.MissionType].Item(item, this, now);
        else if (packet.TryRead(out MissionRequestList list)) Stores[list.MissionType].List(this);
        else if (packet.TryRead(out MissionRequestInt request)) Stores[request.MissionType].Read(request.Seq, this);
        else if (packet.TryRead(out TerrainData heights)) Heights.Add(heights);
        else if (packet.TryRead(out ParamSet set)) Parameter(set.ParamId.ToText(), set.ParamValue);
        else if (packet.TryRead(out ParamRequestRead read)) Parameter(read.ParamId.ToText(), null);
    }

    private void Parameter(string name, float? value)
    {
        if (!Parameters.TryGetValue(name, out var held)) return;
        if (value is { } given) Parameters[name] = held = given;
        Send(new ParamValue { ParamId = Text16.From(name), Value = held, ParamType = MavParamType.Real32, ParamIndex = ushort.MaxValue });
    }

    private void Obey(CommandLong command)
    {
        Commands.Add(command);
        var result = MavResult.Accepted;
        switch (command.Command)
        {
            case MavCmd.SetMessageInterval:
                streams[(uint)command.Param1] = (TimeSpan.FromMicroseconds(command.Param2), now);
                break;
            case MavCmd.DoSetMode:
                Flight.Mode = (CopterMode)(int)command.Param2;
                break;
            case MavCmd.ComponentArmDisarm:
                result = Flight.TryArm(command.Param1 == 1) ? MavResult.Accepted : MavResult.Failed;
                break;
            case MavCmd.MissionStart:
                Flight.Mode = CopterMode.Auto;
                break;
            case MavCmd.DoPauseContinue:
                Flight.Held = command.Param1 == 0;
                break;
            case MavCmd.DoSprayer:
                Flight.SprayerAllowed = command.Param1 == 1;
                break;
        }

        Send(new CommandAck { Command = command.Command, Result = result, TargetSystem = 255, TargetComponent = 190 });
    }

    private void Beat()
    {
        if (now < nextBeat) return;
        nextBeat = now + TimeSpan.FromSeconds(1);
        Send(new Heartbeat
        {
            Type = MavType.Hexarotor,
            Autopilot = MavAutopilot.Ardupilotmega,
            CustomMode = (uint)Flight.Mode,
            BaseMode = MavModeFlag.CustomModeEnabled | (Flight.Armed ? MavModeFlag.SafetyArmed : 0),
            SystemStatus = Flight.OnGround ? MavState.Standby : MavState.Active,
            MavlinkVersion = 3,
        });
    }

    private void TellGuard()
    {
        if (!Guarded || now < nextGuard) return;
        nextGuard = now + TimeSpan.FromSeconds(0.5);
        Send(new NamedValueFloat { Name = Text10.From("DFGUARD") });
    }

    private void Stream()
    {
        foreach (var (id, (every, next)) in streams.ToArray())
        {
            if (now < next) continue;
            streams[id] = (every, now + every);
            if (id == GlobalPositionInt.Id) Send(Flight.Position(now));
            else if (id == ServoOutputRaw.Id) Send(new ServoOutputRaw { TimeUsec = Flight.Position(now).TimeBootMs * 1000, Servo9Raw = (ushort)Flight.PumpUs });
            else if (id == MissionCurrent.Id) Send(new MissionCurrent { Seq = (ushort)Flight.Item, Total = (ushort)Math.Max(0, Stores[MavMissionType.Mission].Items.Count - 1) });
            else if (id == ExtendedSysState.Id) Send(new ExtendedSysState { LandedState = Flight.OnGround ? MavLandedState.OnGround : MavLandedState.InAir });
            else if (id == EkfStatusReport.Id) Send(new EkfStatusReport { Flags = EkfStatusFlags.PosHorizAbs | EkfStatusFlags.Attitude });
            else if (id == GpsRawInt.Id) Send(new GpsRawInt { FixType = GpsFixType.Type3dFix, SatellitesVisible = 14, Eph = 80 });
            else if (id == Wind.Id && WindMps is { } windMps) Send(new Wind { Direction = 90, Speed = windMps });
            else if (id == WantedMessage.Of<BatteryStatus>(1).MessageId && MeterStands is { } stands) Send(new BatteryStatus { Id = 1, BatteryRemaining = -1, CurrentBattery = (short)(stands ? 0 : (Flight.PumpUs - 1000) * 24), CurrentConsumed = 0 });
            else if (id == SysStatus.Id) Send(new SysStatus { BatteryRemaining = 80, VoltageBattery = 50_000 });
        }
    }
}
