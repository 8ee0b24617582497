using System.Buffers.Binary;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>A recording of ArduCopter 4.6.3 SITL with its ground station: the same ground messages are played to the simulated vehicle.</summary>
public sealed class RecordingTests(ITestOutputHelper output)
{
    private const byte Ground = 255;

    [Fact]
    public void The_recorded_ground_station_gets_the_recorded_answers()
    {
        var (recorded, simulated) = Play();
        Of<CommandAck>(simulated).Select(a => (a.Command, a.Result)).ShouldBe(Of<CommandAck>(recorded).Select(a => (a.Command, a.Result)));
        Of<MissionRequest>(simulated).Select(r => r.Seq).ShouldBe(Of<MissionRequest>(recorded).Select(r => r.Seq));
        Of<MissionAck>(simulated).Select(a => a.Type).ShouldBe(Of<MissionAck>(recorded).Select(a => a.Type));
        Of<MissionCount>(simulated).Select(a => a.Count).ShouldBe(Of<MissionCount>(recorded).Select(a => a.Count));
        Of<MissionItemInt>(simulated).Skip(1).Select(Values).ShouldBe(Of<MissionItemInt>(recorded).Skip(1).Select(Values));

        static string Values(MissionItemInt i) => $"{i.Seq} {i.Command} {i.Frame} {i.Param1} {i.Param2} {i.Param3} {i.Param4} {i.X} {i.Y} {i.Z:F2} {i.MissionType}";
    }

    [Fact]
    public void The_recorded_mission_is_flown_item_by_item_in_the_recorded_time()
    {
        var (recorded, simulated) = Play();
        var was = Reached(recorded);
        var now = Reached(simulated);
        foreach (var (seq, atS) in was) output.WriteLine($"item {seq}: recorded {atS:F1} s, simulated {now.First(n => n.Seq == seq).AtS:F1} s");
        now.Select(n => n.Seq).ShouldBe(was.Select(w => w.Seq));
        // The recorded reports are timed by the last GLOBAL_POSITION_INT, within 0.1 s; the whole flight lasts 136 s.
        foreach (var ((_, nowS), (_, wasS)) in now.Zip(was)) nowS.ShouldBe(wasS, Math.Max(0.6, wasS * 0.03));
        Texts(simulated).ShouldBe(Texts(recorded));
    }

    [Fact]
    public void Parameters_both_know_have_the_same_type_and_default()
    {
        var recorded = Known(Load().Where(r => r.Packet.SystemId == 1));
        var ground = GroundStation.Of(o => o with { Parameters = new Dictionary<string, double>() });
        ground.Run(2);
        ground.Send(new ParamRequestList { TargetSystem = 1, TargetComponent = 1 });
        ground.Run(1);
        var simulated = Known(ground.Heard);
        string[] ofThatVehicle = ["SPRAY_", "SIM_", "SERVO9_", "SERVO10_", "RC7_OPTION", "MOT_THST_HOVER", "MIS_TOTAL", "BATT_CAPACITY", "STAT_", "GCS_PID"];
        var both = simulated.Where(s => recorded.ContainsKey(s.Key) && !ofThatVehicle.Any(v => s.Key.StartsWith(v, StringComparison.Ordinal))).ToList();
        both.Count.ShouldBeGreaterThan(300);
        both.Where(s => recorded[s.Key] != s.Value).Select(s => $"{s.Key} {s.Value} {recorded[s.Key]}").ShouldBeEmpty();

        static Dictionary<string, (float, MavParamType)> Known(IEnumerable<(double AtS, Packet Packet)> all) =>
            Of<ParamValue>(all).GroupBy(p => p.NameOf()).ToDictionary(g => g.Key, g => (g.First().Value(), g.First().ParamType));
    }

    private static List<(ushort Seq, double AtS)> Reached(List<(double AtS, Packet Packet)> all)
    {
        var armedS = all.First(p => p.Packet.TryRead(out Statustext t) && t.Text.ToText() == "Arming motors").AtS;
        return all.Where(p => p.Packet.Is<MissionItemReached>()).Select(p => p.Packet.TryRead(out MissionItemReached r) ? (r.Seq, p.AtS - armedS) : default).ToList();
    }

    private static List<string> Texts(IEnumerable<(double AtS, Packet Packet)> all) => Of<Statustext>(all).Select(t => t.Text.ToText())
        .Where(t => t.StartsWith("Mission:", StringComparison.Ordinal) || t.StartsWith("Reached", StringComparison.Ordinal) || t.Contains("motors", StringComparison.Ordinal) || t.StartsWith("Flight", StringComparison.Ordinal))
        .ToList();

    private static IEnumerable<T> Of<T>(IEnumerable<(double AtS, Packet Packet)> all)
        where T : struct, IMessage<T>
    {
        foreach (var (_, packet) in all)
        {
            if (packet.TryRead(out T message)) yield return message;
        }
    }

    private static (List<(double AtS, Packet Packet)> Recorded, List<(double AtS, Packet Packet)> Simulated) Play()
    {
        var all = Load();
        var ground = GroundStation.Of(o => o with { HomeAltitudeM = 5.09 });
        ground.SendsHeartbeats = false;
        foreach (var (atS, packet) in all.Where(r => r.Packet.SystemId == Ground))
        {
            if (atS > ground.NowS + 0.01) ground.Run(atS - ground.NowS);
            ground.Forward(packet.Bytes);
        }

        return (all.Where(r => r.Packet.SystemId == 1).ToList(), ground.Heard);
    }

    /// <summary>All frames with the vehicle's own time, since the recording ran ten times as fast as the clock that stamped it.</summary>
    private static List<(double AtS, Packet Packet)> Load()
    {
        var path = SharedData("mavlink/logs/arducopter-4.6.3-sitl-spray.tlog");
        Assert.SkipWhen(path is null, "../shared/data is not here");
        var bytes = File.ReadAllBytes(path!);
        var all = new List<(double, Packet)>();
        var parser = new PacketParser();
        var packets = new List<Packet>();
        var bootS = 0.0;
        ulong bootStamp = 0;
        for (var at = 0; at + 20 < bytes.Length;)
        {
            var stamp = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(at));
            var length = 12 + bytes[at + 9];
            packets.Clear();
            parser.Feed(bytes.AsSpan(at + 8, length), packets);
            at += 8 + length;
            foreach (var packet in packets)
            {
                if (packet.TryRead(out GlobalPositionInt position)) (bootS, bootStamp) = (position.TimeBootMs / 1000.0, stamp);
                all.Add((bootS + (bootStamp == 0 ? 0 : Math.Min(0.1, (stamp - bootStamp) / 1e5)), packet));
            }
        }

        return all;
    }

    private static string? SharedData(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "DroneFarm.sln"))) continue;
            var path = Path.Combine(folder.FullName, "..", "shared", "data", name);
            return File.Exists(path) ? path : null;
        }

        return null;
    }
}
