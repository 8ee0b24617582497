using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>A ground station without a clock or a socket: hands frames to a simulated sprayer, steps it, and keeps all it says.</summary>
internal sealed class GroundStation
{
    public static readonly GeoPoint Home = new(LatitudeDeg: 32.05, LongitudeDeg: 120.82);

    private readonly PacketSender sender;
    private readonly PacketParser parser = new();
    private readonly LocalFrame frame = new(Home);
    private double nextHeartbeatS;

    public GroundStation(SimulatedSprayer sprayer, byte systemId = 255)
    {
        Sprayer = sprayer;
        sender = new PacketSender(systemId, 190);
    }

    public SimulatedSprayer Sprayer { get; }

    /// <summary>Everything heard, with the moment it came.</summary>
    public List<(double AtS, Packet Packet)> Heard { get; } = [];

    public bool SendsHeartbeats { get; set; } = true;

    public Action? EachStep { get; set; }

    public double NowS => Sprayer.Elapsed.TotalSeconds;

    public static GroundStation Of(Func<SprayerOptions, SprayerOptions>? change = null, params (string Name, double Value)[] parameters)
    {
        var all = new Dictionary<string, double>(SprayerOptions.SprayingParameters);
        foreach (var (name, value) in parameters) all[name] = value;
        var options = new SprayerOptions { Home = Home, Parameters = all };
        return new GroundStation(new SimulatedSprayer(change?.Invoke(options) ?? options));
    }

    public void Send<T>(in T message)
        where T : struct, IMessage<T>
    {
        Sprayer.Receive(sender.Pack(message));
        Take(TimeSpan.Zero);
    }

    /// <summary>Bytes of somebody else.</summary>
    public void Forward(byte[] frame)
    {
        Sprayer.Receive(frame);
        Take(TimeSpan.Zero);
    }

    public void Run(double seconds, Func<bool>? until = null)
    {
        for (var end = NowS + seconds; NowS < end - 1e-6;)
        {
            if (SendsHeartbeats && NowS >= nextHeartbeatS)
            {
                nextHeartbeatS = NowS + 1;
                Send(new Heartbeat { Type = MavType.Gcs, Autopilot = MavAutopilot.Invalid });
            }

            Take(SimulatedSprayer.StepLength);
            EachStep?.Invoke();
            if (until?.Invoke() == true) return;
        }

        until?.Invoke().ShouldBeTrue($"not within {seconds} s");
    }

    public MavResult Command(MavCmd command, float p1 = 0, float p2 = 0, float p3 = 0, float p4 = 0, float p5 = 0, float p6 = 0, float p7 = 0)
    {
        var mark = Heard.Count;
        Send(new CommandLong
        {
            TargetSystem = 1, TargetComponent = 1, Command = command, Param1 = p1, Param2 = p2, Param3 = p3, Param4 = p4, Param5 = p5, Param6 = p6, Param7 = p7,
        });
        return All<CommandAck>(mark).Last(a => a.Command == command).Result;
    }

    public void Stream<T>(double hertz)
        where T : struct, IMessage<T> => Command(MavCmd.SetMessageInterval, T.Id, (float)(1e6 / hertz)).ShouldBe(MavResult.Accepted);

    public IEnumerable<T> All<T>(int from = 0)
        where T : struct, IMessage<T>
    {
        for (var i = from; i < Heard.Count; i++)
        {
            if (Heard[i].Packet.TryRead(out T message)) yield return message;
        }
    }

    public IEnumerable<(double AtS, T Message)> Timed<T>(int from = 0)
        where T : struct, IMessage<T>
    {
        for (var i = from; i < Heard.Count; i++)
        {
            if (Heard[i].Packet.TryRead(out T message)) yield return (Heard[i].AtS, message);
        }
    }

    public T Ask<T>()
        where T : struct, IMessage<T>
    {
        Command(MavCmd.RequestMessage, T.Id).ShouldBe(MavResult.Accepted);
        return All<T>().Last();
    }

    public List<string> Texts(int from = 0) => All<Statustext>(from).Select(t => t.Text.ToText()).ToList();

    public FlightMode Mode => Sprayer.Truth.Mode;

    /// <summary>A waypoint so many metres east and north of home.</summary>
    public MissionItemInt Waypoint(double eastM, double northM, float heightM = 3, MavCmd command = MavCmd.NavWaypoint)
    {
        var place = frame.ToGeo(new LocalPoint(eastM, northM));
        return new MissionItemInt
        {
            Command = command, Frame = MavFrame.GlobalRelativeAlt, Autocontinue = 1, Z = heightM,
            X = (int)Math.Round(place.LatitudeDeg * 1e7), Y = (int)Math.Round(place.LongitudeDeg * 1e7),
        };
    }

    public static MissionItemInt Do(MavCmd command, float p1 = 0, float p2 = 0, float p3 = 0) =>
        new() { Command = command, Frame = MavFrame.GlobalRelativeAlt, Autocontinue = 1, Param1 = p1, Param2 = p2, Param3 = p3 };

    public static MissionItemInt Takeoff(float heightM = 3) =>
        new() { Command = MavCmd.NavTakeoff, Frame = MavFrame.GlobalRelativeAlt, Autocontinue = 1, Z = heightM };

    public MavMissionResult Upload(IReadOnlyList<MissionItemInt> items, MavMissionType type = MavMissionType.Mission)
    {
        var mark = Heard.Count;
        Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = (ushort)items.Count, MissionType = type });
        for (var i = 0; i < items.Count && !All<MissionAck>(mark).Any(); i++) SendItem(items, i, type);
        return All<MissionAck>(mark).Last().Type;
    }

    public void SendItem(IReadOnlyList<MissionItemInt> items, int index, MavMissionType type = MavMissionType.Mission)
    {
        var item = items[index];
        item.TargetSystem = item.TargetComponent = 1;
        item.Seq = (ushort)index;
        item.MissionType = type;
        Send(item);
    }

    public List<MissionItemInt> Download(MavMissionType type = MavMissionType.Mission)
    {
        var mark = Heard.Count;
        Send(new MissionRequestList { TargetSystem = 1, TargetComponent = 1, MissionType = type });
        var count = All<MissionCount>(mark).Single().Count;
        for (ushort i = 0; i < count; i++) Send(new MissionRequestInt { TargetSystem = 1, TargetComponent = 1, Seq = i, MissionType = type });
        return All<MissionItemInt>(mark).ToList();
    }

    public float? SetParameter(string name, float value)
    {
        var mark = Heard.Count;
        Send(new ParamSet { TargetSystem = 1, TargetComponent = 1, ParamId = Names.Parameter(name), ParamValue = value });
        return All<ParamValue>(mark).Select(p => (float?)p.Value()).LastOrDefault();
    }

    /// <summary>Waits for the EKF, uploads, and takes off by the order that works (point 15).</summary>
    public void StartMission(IReadOnlyList<MissionItemInt> items)
    {
        if (NowS < 42) Run(42 - NowS);
        Upload(items).ShouldBe(MavMissionResult.Accepted);
        Command(MavCmd.DoSetMode, 1, (float)FlightMode.Guided).ShouldBe(MavResult.Accepted);
        Command(MavCmd.ComponentArmDisarm, 1).ShouldBe(MavResult.Accepted);
        Command(MavCmd.MissionStart).ShouldBe(MavResult.Accepted);
    }

    public LocalPoint Place => frame.ToLocal(Sprayer.Truth.Place);

    private void Take(TimeSpan by)
    {
        var packets = new List<Packet>();
        foreach (var bytes in Sprayer.Step(by)) parser.Feed(bytes, packets);
        foreach (var packet in packets) Heard.Add((NowS, packet));
    }
}
