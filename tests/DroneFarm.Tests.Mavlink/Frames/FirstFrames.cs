using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Mavlink.Frames;

/// <summary>One heartbeat, byte by byte.</summary>
public sealed class FirstFrames
{
    private static readonly Heartbeat Beat = new()
    {
        CustomMode = 5, Type = MavType.Quadrotor, Autopilot = MavAutopilot.Ardupilotmega,
        BaseMode = MavModeFlag.SafetyArmed | MavModeFlag.CustomModeEnabled, SystemStatus = MavState.Active, MavlinkVersion = 3,
    };

    [Fact]
    public void A_heartbeat_looks_on_the_wire_as_the_guide_draws_it() =>
        Convert.ToHexString(new PacketSender(1, 1).Pack(Beat))[..38].ShouldBe("FD09000000010100000005000000020381" + "0403");

    [Fact]
    public void A_packet_fed_byte_by_byte_comes_out_whole_and_reads_back()
    {
        var parser = new PacketParser();
        List<Packet> packets = [];
        foreach (var b in new PacketSender(7, 9).Pack(Beat)) parser.Feed([b], packets);
        packets.Count.ShouldBe(1);
        packets[0].SystemId.ShouldBe((byte)7);
        packets[0].ComponentId.ShouldBe((byte)9);
        packets[0].Is<Attitude>().ShouldBeFalse();
        packets[0].TryRead<Heartbeat>(out var read).ShouldBeTrue();
        read.ShouldBe(Beat);
    }

    [Fact]
    public void Names_follow_the_rules()
    {
        ((int)GpsFixType.Type3dFix).ShouldBe(3);
        ((int)MavCmd.DoSprayer).ShouldBe(216);
        ((int)MavMissionResult.InvalidSequence).ShouldBe(13);
        ((int)EkfStatusFlags.PosHorizAbs).ShouldBe(16);
        ((int)CopterMode.AutoRtl).ShouldBe(27);
        new ParamValue { ParamId = Text16.From("SPRAY_ENABLE"), Value = 1 }.ParamId.ToText().ShouldBe("SPRAY_ENABLE");
        new ServoOutputRaw { Servo9Raw = 1393 }.Servo9Raw.ShouldBe((ushort)1393);
    }
}
