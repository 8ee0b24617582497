using System.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>Points 28 to 32 of ARDUPILOT.md.</summary>
public sealed class LinkTests
{
    private static GroundStation Started(params (string Name, double Value)[] parameters)
    {
        var ground = GroundStation.Of(null, parameters);
        ground.Run(6);
        return ground;
    }

    [Fact]
    public void Only_heartbeats_stream_and_calibrated_values_are_told_until_more_is_asked_for()
    {
        var ground = GroundStation.Of();
        ground.Run(5.5);
        ground.Timed<Heartbeat>().First().AtS.ShouldBe(1, 0.02);
        ground.All<Heartbeat>().Count().ShouldBe(5);
        ground.Heard.ShouldAllBe(h => h.Packet.Is<Heartbeat>() || h.Packet.Is<Statustext>() || h.Packet.Is<ParamValue>());
        ground.All<ParamValue>().Select(p => p.NameOf()).ShouldContain("BARO1_GND_PRESS", "calibrated values are told unasked");
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(50, 49.3)]
    [InlineData(100, 98.5)]
    public void A_message_comes_as_often_as_asked(double hertz, double measured)
    {
        var ground = Started();
        ground.Stream<GlobalPositionInt>(hertz);
        var mark = ground.Heard.Count;
        ground.Run(10);
        (ground.All<GlobalPositionInt>(mark).Count() / 10.0).ShouldBe(measured, measured * 0.02);
    }

    [Fact]
    public void Five_hundred_hertz_is_denied_minus_one_stops_and_a_reboot_forgets()
    {
        var ground = Started();
        ground.Command(MavCmd.SetMessageInterval, GlobalPositionInt.Id, 2000).ShouldBe(MavResult.Denied);
        ground.Stream<GlobalPositionInt>(10);
        ground.Command(MavCmd.SetMessageInterval, GlobalPositionInt.Id, -1).ShouldBe(MavResult.Accepted);
        var mark = ground.Heard.Count;
        ground.Run(2);
        ground.All<GlobalPositionInt>(mark).ShouldBeEmpty();
        ground.Stream<GlobalPositionInt>(10);
        ground.Command(MavCmd.PreflightRebootShutdown, 1).ShouldBe(MavResult.Accepted);
        mark = ground.Heard.Count;
        ground.Run(5);
        ground.All<GlobalPositionInt>(mark).ShouldBeEmpty();
    }

    [Fact]
    public void Fourteen_hundred_parameters_arrive_within_a_second()
    {
        var ground = GroundStation.Of(o => o with { ExtraParameters = 930 });
        ground.Run(2);
        ground.Send(new ParamRequestList { TargetSystem = 1, TargetComponent = 1 });
        var began = ground.NowS;
        var mark = ground.Heard.Count;
        ground.Run(1);
        var all = ground.Timed<ParamValue>(mark).ToList();
        all.Count.ShouldBe(all[0].Message.ParamCount);
        all.Count.ShouldBeInRange(1350, 1450);
        all.Select(p => (int)p.Message.ParamIndex).ShouldBe(Enumerable.Range(0, all.Count));
        (all[^1].AtS - began).ShouldBeInRange(0.6, 0.95);
    }

    [Fact]
    public void An_unknown_parameter_is_met_with_silence_for_reading_and_writing()
    {
        var ground = Started();
        var mark = ground.Heard.Count;
        ground.SetParameter("NO_SUCH", 1).ShouldBeNull();
        ground.Send(new ParamRequestRead { TargetSystem = 1, TargetComponent = 1, ParamIndex = -1, ParamId = Names.Parameter("NO_SUCH") });
        ground.Heard.Count.ShouldBe(mark);
    }

    [Theory]
    [InlineData("SPRAY_ENABLE", 300, 127)]
    [InlineData("LAND_SPEED", 60.9f, 60)]
    [InlineData("WPNAV_SPEED", 512.5f, 512.5f)]
    public void Values_are_forced_into_their_type_and_echoed_without_an_index(string name, float sent, float kept)
    {
        var ground = Started();
        ground.SetParameter(name, sent).ShouldBe(kept);
        ground.All<ParamValue>().Last().ParamIndex.ShouldBe(ushort.MaxValue);
    }

    [Fact]
    public void Spray_parameters_stay_hidden_until_the_sprayer_is_enabled()
    {
        var ground = Started(("SPRAY_ENABLE", 0));
        Names().ShouldBe(["SPRAY_ENABLE"]);
        ground.SetParameter("SPRAY_ENABLE", 1);
        Names().ShouldBe(["SPRAY_ENABLE", "SPRAY_PUMP_MIN", "SPRAY_PUMP_RATE", "SPRAY_SPEED_MIN", "SPRAY_SPINNER"]);

        List<string> Names()
        {
            var mark = ground.Heard.Count;
            ground.Send(new ParamRequestList { TargetSystem = 1, TargetComponent = 1 });
            ground.Run(1);
            return ground.All<ParamValue>(mark).Select(p => p.NameOf()).Where(n => n.StartsWith("SPRAY_", StringComparison.Ordinal)).ToList();
        }
    }

    [Fact]
    public void An_unsupported_command_is_said_to_be_so_and_another_system_s_is_not_answered()
    {
        var ground = Started();
        ground.Command((MavCmd)31000).ShouldBe(MavResult.Unsupported);
        var mark = ground.Heard.Count;
        ground.Send(new CommandLong { TargetSystem = 2, TargetComponent = 1, Command = MavCmd.DoSprayer });
        ground.Heard.Count.ShouldBe(mark);
    }

    [Fact]
    public void Every_start_begins_with_about_160_bytes_of_plain_ascii()
    {
        var sprayer = new SimulatedSprayer(new SprayerOptions { Home = GroundStation.Home });
        var first = sprayer.Step(TimeSpan.FromSeconds(0.1))[0];
        first.Length.ShouldBeInRange(140, 180);
        Encoding.ASCII.GetString(first).ShouldContain("Init ArduCopter V4.6.3");
    }

    [Fact]
    public void After_a_reboot_the_heartbeat_is_back_in_1_9_seconds()
    {
        var ground = Started();
        ground.Command(MavCmd.PreflightRebootShutdown, 1).ShouldBe(MavResult.Accepted);
        var mark = ground.Heard.Count;
        var began = ground.NowS;
        ground.Run(4);
        (ground.Timed<Heartbeat>(mark).First().AtS - began).ShouldBe(1.9, 0.05);
    }

    [Fact]
    public void Time_is_told_on_request_and_every_ten_seconds_asked_for()
    {
        var ground = GroundStation.Of();
        ground.Run(12);
        ground.All<Timesync>().Count(t => t.Tc1 == 0).ShouldBe(1);
        ground.Send(new Timesync { Ts1 = 42 });
        var answer = ground.All<Timesync>().Last();
        answer.Ts1.ShouldBe(42);
        (answer.Tc1 / 1e9).ShouldBe(12, 0.1);
    }

    [Fact]
    public void Long_texts_come_in_chunks_that_share_an_id()
    {
        var ground = Started();
        ground.Command(MavCmd.SetMessageInterval, GlobalPositionInt.Id, 2000);
        var chunks = ground.All<Statustext>().TakeLast(2).ToList();
        chunks[0].Text.ToText().ShouldBe("Requested rate for message ID 33 too fast. Increas");
        chunks[1].Text.ToText().ShouldBe("e SCHED_LOOP_RATE");
        chunks[0].Id.ShouldBe(chunks[1].Id);
        chunks.Select(c => (int)c.ChunkSeq).ShouldBe([0, 1]);
    }
}
