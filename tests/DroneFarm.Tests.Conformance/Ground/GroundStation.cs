using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance.Ground;

/// <summary>A ground station that knows a vehicle only by its frames and lives in the vehicle's time.</summary>
internal sealed class GroundStation(VehicleUnderTest vehicle)
{
    /// <summary>Answers are waited for so long; generous, since a starved machine lets much of an accelerated vehicle's time pass.</summary>
    private const double AnswerS = 40;

    private const double HeartbeatS = 0.5;

    private readonly PacketSender sender = new(255, 190);
    private readonly LocalFrame frame = new(VehicleUnderTest.Home);
    private double nextHeartbeatS;

    public VehicleUnderTest Vehicle { get; } = vehicle;

    /// <summary>Everything heard, with the moment it came.</summary>
    public List<(double AtS, Packet Packet)> Heard { get; } = [];

    public bool SendsHeartbeats { get; set; } = true;

    public Action? EachStep { get; set; }

    public double LastHeartbeatS { get; private set; }

    public double NowS => Vehicle.NowS;

    public Flown Flown { get; } = new(new LocalFrame(VehicleUnderTest.Home));

    public void Send<T>(in T message)
        where T : struct, IMessage<T> => Vehicle.Send(sender.Pack(message));

    public void SendAs<T>(PacketSender somebody, in T message)
        where T : struct, IMessage<T> => Vehicle.Send(somebody.Pack(message));

    /// <summary>Lets time pass; with a condition, until it holds.</summary>
    public void Run(double seconds, Func<bool>? until = null, string what = "")
    {
        if (until?.Invoke() == true) return;
        for (var end = NowS + seconds; NowS < end - 1e-6;)
        {
            if (SendsHeartbeats && NowS >= nextHeartbeatS) Beat();
            var mark = Heard.Count;
            Vehicle.Advance(Heard);
            for (var i = mark; i < Heard.Count; i++) Flown.See(Heard[i].AtS, Heard[i].Packet);
            EachStep?.Invoke();
            if (until?.Invoke() == true) return;
        }

        until?.Invoke().ShouldBeTrue($"not within {seconds} s: {what}; mode {Flown.Mode}, {string.Join(" | ", Texts().TakeLast(4))}");
    }

    public void Beat()
    {
        nextHeartbeatS = NowS + HeartbeatS;
        LastHeartbeatS = NowS;
        Send(new Heartbeat { Type = MavType.Gcs, Autopilot = MavAutopilot.Invalid });
    }

    /// <summary>The first message of a kind after a mark that satisfies.</summary>
    public T Await<T>(int mark, Func<T, bool>? wanted = null, double withinS = AnswerS)
        where T : struct, IMessage<T>
    {
        T found = default;
        var next = mark;
        Run(withinS, Find, typeof(T).Name);
        return found;

        bool Find()
        {
            for (; next < Heard.Count; next++)
            {
                if (!Heard[next].Packet.TryRead(out T message) || wanted?.Invoke(message) == false) continue;
                found = message;
                return true;
            }

            return false;
        }
    }

    public MavResult Command(MavCmd command, float p1 = 0, float p2 = 0, float p3 = 0, float p4 = 0, float p5 = 0, float p6 = 0, float p7 = 0)
    {
        var mark = Heard.Count;
        Send(new CommandLong
        {
            TargetSystem = 1, TargetComponent = 1, Command = command, Param1 = p1, Param2 = p2, Param3 = p3, Param4 = p4, Param5 = p5, Param6 = p6, Param7 = p7,
        });
        return Await<CommandAck>(mark, a => a.Command == command && a.Result != MavResult.InProgress).Result;
    }

    public MavResult Switch(FlightMode mode) => Command(MavCmd.DoSetMode, 1, (float)mode);

    public void Stream<T>(double hertz)
        where T : struct, IMessage<T> => Command(MavCmd.SetMessageInterval, T.Id, (float)(1e6 / hertz)).ShouldBe(MavResult.Accepted);

    public IEnumerable<T> All<T>(int from = 0)
        where T : struct, IMessage<T> => Timed<T>(from).Select(t => t.Message);

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
        var mark = Heard.Count;
        Command(MavCmd.RequestMessage, T.Id).ShouldBe(MavResult.Accepted);
        return Await<T>(mark);
    }

    public List<string> Texts(int from = 0) => All<Statustext>(from).Select(t => t.Text.ToText()).ToList();

    public float? SetParameter(string name, float value, double withinS = AnswerS)
    {
        var mark = Heard.Count;
        Send(new ParamSet { TargetSystem = 1, TargetComponent = 1, ParamId = Text16.From(name), ParamValue = value, ParamType = MavParamType.Real32 });
        Run(withinS, Answered);
        return All<ParamValue>(mark).Where(p => p.ParamId.ToText() == name).Select(p => (float?)p.Value).LastOrDefault();

        bool Answered() => All<ParamValue>(mark).Any(p => p.ParamId.ToText() == name);
    }

    /// <summary>A waypoint so many metres east and north of home.</summary>
    public MissionItemInt Waypoint(double eastM, double northM, float heightM = 5, MavCmd command = MavCmd.NavWaypoint)
    {
        var place = frame.ToGeo(new LocalPoint(eastM, northM));
        return new MissionItemInt
        {
            Command = command, Frame = MavFrame.GlobalRelativeAlt, Autocontinue = 1, Z = heightM,
            X = (int)Math.Round(place.LatitudeDeg * 1e7), Y = (int)Math.Round(place.LongitudeDeg * 1e7),
        };
    }
}
