using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance;

/// <summary>Points 28 to 32, and the files of 35 and 38.</summary>
public abstract class LinkPoints(Airfield field, VehicleKind kind) : Points(field, kind)
{
    [Fact]
    public async Task Points_28_and_31_a_start_says_plain_text_and_then_only_heartbeats()
    {
        var ground = await FreshAsync();
        ground.Run(4);
        var kinds = ground.Heard.Select(h => h.Packet.MessageId).Distinct().Order().ToList();
        Note(28, $"unasked: {string.Join(' ', kinds.Where(k => k != SystemTime.Id && k != CommandAck.Id))}");
        Note(31, $"{ground.Vehicle.JunkBytes} bytes of no frame at the start");
        Note(28, $"{ground.All<ParamValue>().Count()} parameters told unasked, among them {string.Join(' ', ground.All<ParamValue>().Select(p => p.ParamId.ToText()).Distinct().Take(3))}");
        ground.All<ParamValue>().ShouldContain(p => p.ParamId.ToText() == "BARO1_GND_PRESS");
        kinds.ShouldBeSubsetOf([ParamValue.Id, Heartbeat.Id, IdOf<Statustext>(), SystemTime.Id, CommandAck.Id, Timesync.Id]);
        ground.Vehicle.JunkBytes.ShouldBeInRange(100, 250);
    }

    [Fact]
    public async Task Point_28_a_message_comes_as_often_as_asked_minus_one_stops_and_a_reboot_forgets()
    {
        var ground = await FreshAsync();
        ground.Vehicle.Pace(3);
        foreach (var hertz in new[] { 10, 50, 100 })
        {
            ground.Stream<GlobalPositionInt>(hertz);
            ground.Run(1);
            var from = ground.Heard.Count;
            var fromS = ground.NowS;
            ground.Run(6);
            var came = ground.All<GlobalPositionInt>(from).Count() / (ground.NowS - fromS);
            Note(28, $"{hertz} Hz asked: {came:F1} came");
            came.ShouldBe(hertz, hertz * 0.06);
        }

        ground.Command(MavCmd.SetMessageInterval, GlobalPositionInt.Id, 2000).ShouldBe(MavResult.Denied);
        Note(28, $"unknown message id in SET_MESSAGE_INTERVAL: {ground.Command(MavCmd.SetMessageInterval, 31_000, 100_000)}");
        ground.Command(MavCmd.SetMessageInterval, GlobalPositionInt.Id, -1).ShouldBe(MavResult.Accepted);
        ground.Run(1);
        var mark = ground.Heard.Count;
        ground.Run(3);
        ground.All<GlobalPositionInt>(mark).ShouldBeEmpty();
        ground.Stream<GlobalPositionInt>(10);
        ground.Reboot();
        mark = ground.Heard.Count;
        ground.Run(3);
        ground.All<GlobalPositionInt>(mark).ShouldBeEmpty();
    }

    [Fact]
    public async Task Point_29_the_whole_list_arrives_within_a_second()
    {
        var ground = await FreshAsync();
        ground.Vehicle.Pace(1);
        ground.Run(1);
        var mark = ground.Heard.Count;
        ground.Send(new ParamRequestList { TargetSystem = 1, TargetComponent = 1 });
        ground.Run(20, () => ground.All<ParamValue>(mark).Any(p => p.ParamIndex == p.ParamCount - 1), "the last parameter");
        var all = ground.Timed<ParamValue>(mark).ToList();
        Note(29, $"{all.Count} of {all[0].Message.ParamCount} parameters in {all[^1].AtS - all[0].AtS:F2} s");
        all.Count.ShouldBe(all[0].Message.ParamCount);
        ((int)all[0].Message.ParamCount).ShouldBeInRange(1300, 1500);
        (all[^1].AtS - all[0].AtS).ShouldBeLessThan(3);
    }

    [Fact]
    public async Task Point_29_an_unknown_name_is_met_with_silence_and_values_are_forced_into_their_type()
    {
        var ground = await OnGroundAsync();
        var mark = ground.Heard.Count;
        ground.Send(new ParamSet { TargetSystem = 1, TargetComponent = 1, ParamId = Text16.From("NO_SUCH"), ParamValue = 1 });
        ground.Send(new ParamRequestRead { TargetSystem = 1, TargetComponent = 1, ParamIndex = -1, ParamId = Text16.From("NO_SUCH") });
        ground.Run(3);
        ground.All<ParamValue>(mark).ShouldNotContain(p => p.ParamId.ToText() == "NO_SUCH");
        ground.SetParameter("SPRAY_ENABLE", 300).ShouldBe(127);
        ground.SetParameter("LAND_SPEED", 60.9f).ShouldBe(60);
        ground.SetParameter("WPNAV_SPEED", 512.5f).ShouldBe(512.5f);
        ground.All<ParamValue>(mark).Last().ParamIndex.ShouldBe(ushort.MaxValue);
        ground.SetParameter("SPRAY_ENABLE", 1).ShouldBe(1);
        ground.SetParameter("WPNAV_SPEED", 1000);
        ground.SetParameter("LAND_SPEED", 50);
    }

    [Fact]
    public async Task Point_29_spray_parameters_stay_hidden_until_the_sprayer_is_enabled()
    {
        var ground = await FreshAsync(("SPRAY_ENABLE", 0));
        SprayNames().ShouldBe(["SPRAY_ENABLE"]);
        ground.SetParameter("SPRAY_ENABLE", 1);
        SprayNames().ShouldBe(["SPRAY_ENABLE", "SPRAY_PUMP_MIN", "SPRAY_PUMP_RATE", "SPRAY_SPEED_MIN", "SPRAY_SPINNER"]);

        List<string> SprayNames()
        {
            var mark = ground.Heard.Count;
            ground.Send(new ParamRequestList { TargetSystem = 1, TargetComponent = 1 });
            ground.Run(60, () => ground.All<ParamValue>(mark).Any(p => p.ParamIndex == p.ParamCount - 1));
            return ground.All<ParamValue>(mark).Select(p => p.ParamId.ToText()).Where(n => n.StartsWith("SPRAY_", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        }
    }

    [Fact]
    public async Task Point_30_an_unsupported_command_gets_3_and_a_wrong_target_silence()
    {
        var ground = await OnGroundAsync();
        ground.Command((MavCmd)31000).ShouldBe(MavResult.Unsupported);
        var mark = ground.Heard.Count;
        ground.Send(new CommandLong { TargetSystem = 2, TargetComponent = 1, Command = MavCmd.DoSprayer });
        ground.Run(3);
        ground.All<CommandAck>(mark).ShouldBeEmpty();
    }

    [Fact]
    public async Task Point_32_the_heartbeat_is_back_1_9_seconds_after_a_reboot()
    {
        var ground = await FreshAsync();
        ground.Vehicle.Pace(1);
        ground.Run(2);
        ground.Command(MavCmd.PreflightRebootShutdown, 1).ShouldBe(MavResult.Accepted);
        var backS = IsSitl ? OverTheWire() : InMemory();
        Note(32, $"heartbeat {backS:F2} s after the reboot");
        backS.ShouldBe(1.9, 1.2);

        double InMemory()
        {
            var (mark, fromS) = (ground.Heard.Count, ground.NowS);
            ground.Run(20, () => ground.All<Heartbeat>(mark).Any(), "a heartbeat");
            return ground.NowS - fromS;
        }

        // Its own time begins again with the start: the wall's until the link ends, then what it says with its first heartbeat.
        double OverTheWire()
        {
            var wall = System.Diagnostics.Stopwatch.StartNew();
            ground.Run(5, () => ground.Vehicle.Restarts == 1, "the end of the link");
            var goneS = wall.Elapsed.TotalSeconds;
            return goneS + (ground.Await<SystemTime>(ground.Heard.Count).TimeBootMs / 1000.0);
        }
    }

    [Fact]
    public async Task Point_35_a_script_written_over_mavftp_reads_back_equal_and_starts_without_a_reboot()
    {
        var ground = await FreshAsync(("SCR_ENABLE", 1));
        var files = new Files(ground);
        var script = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "ardupilot", "sprayer_guard.lua"));
        files.Ask(Files.Create, 0, "scripts/guard.lua").Opcode.ShouldBe(Files.Ack);
        for (var at = 0; at < script.Length; at += 200) files.Ask(Files.Write, (uint)at, script[at..Math.Min(at + 200, script.Length)]).Opcode.ShouldBe(Files.Ack);
        files.Ask(Files.Terminate, 0, "").Opcode.ShouldBe(Files.Ack);
        var (stated, got, error) = files.ReadAll("scripts/guard.lua");
        (stated, error).ShouldBe((script.Length, Files.EndOfFile));
        got.ShouldBe(script);
        ground.Command((MavCmd)42701, 3).ShouldBe(MavResult.Accepted);
        ground.Run(20, () => ground.Texts().Contains("sprayer guard: running"), "the script's text");
        Note(35, $"{string.Join(" | ", ground.Texts().Where(t => t.StartsWith("Script", StringComparison.Ordinal)))}");
        ground.Texts().ShouldContain("Scripting: restarted");
    }

    [Fact]
    public async Task Point_38_stated_sizes_are_upper_bounds_and_folders_are_peculiar()
    {
        var ground = await FreshAsync();
        var files = new Files(ground);
        var packed = files.ReadAll("@PARAM/param.pck");
        Note(38, $"param.pck: {packed.Stated} stated, {packed.Bytes.Count} came, error {packed.Error}");
        packed.Error.ShouldBe(Files.EndOfFile);
        packed.Bytes.Count.ShouldBeLessThan(packed.Stated);
        BitConverter.ToUInt16([.. packed.Bytes.Take(2)]).ShouldBe((ushort)0x671B);
        var mission = files.ReadAll("@MISSION/mission.dat");
        Note(38, $"mission.dat: {mission.Stated} stated, {mission.Bytes.Count} came, error {mission.Error}");
        (mission.Stated, mission.Bytes.Count, mission.Error).ShouldBe((1 << 20, 10, Files.EndOfFile));
        files.Ask(Files.List, 0, "@SYS").Opcode.ShouldBe(Files.Ack);
        files.Ask(Files.List, 0, "@MISSION").Opcode.ShouldBe(Files.Nak);
        files.Ask(Files.MakeFolder, 0, "fresh").Opcode.ShouldBe(Files.Ack);
        files.Ask(Files.MakeFolder, 0, "fresh").Opcode.ShouldBe(Files.Nak);
    }

    private static uint IdOf<T>() where T : struct, IMessage<T> => T.Id;

    public sealed class OnSimulator(Airfield field) : LinkPoints(field, VehicleKind.Simulator);

    public sealed class OnSitl(Airfield field) : LinkPoints(field, VehicleKind.Sitl);
}
