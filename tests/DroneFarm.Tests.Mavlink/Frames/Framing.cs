using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Mavlink.Frames;

/// <summary>What the guide says of frames of both versions.</summary>
public sealed class Framing
{
    [Fact]
    public void Zeros_at_the_end_of_a_v2_payload_are_not_sent()
    {
        var frame = Samples.Frame(new CommandLong { Command = MavCmd.DoSprayer, TargetSystem = 1 });
        frame.Length.ShouldBe(FrameLayout.OverheadV2 + 31);
        Samples.Parse(frame, out _)[0].TryRead<CommandLong>(out var read).ShouldBeTrue();
        read.Command.ShouldBe(MavCmd.DoSprayer);
        read.Confirmation.ShouldBe((byte)0);
    }

    [Fact]
    public void A_payload_of_zeros_keeps_its_first_byte() => Samples.Frame(new Attitude()).Length.ShouldBe(FrameLayout.OverheadV2 + 1);

    [Fact]
    public void A_short_payload_leaves_nothing_of_what_the_variable_held_before()
    {
        var message = new CommandLong { Param7 = 5, Confirmation = 3 };
        CommandLong.Read([0, 0, 0, 0x40], out message);
        message.ShouldBe(new CommandLong { Param1 = 2 });
    }

    [Fact]
    public void Extension_fields_travel_in_v2_and_not_in_v1()
    {
        var servos = new ServoOutputRaw { Servo1Raw = 1500, Servo9Raw = 1393 };
        Samples.Parse(Samples.Frame(servos), out _)[0].TryRead<ServoOutputRaw>(out var v2).ShouldBeTrue();
        v2.Servo9Raw.ShouldBe((ushort)1393);

        var into = new byte[FrameWriter.MaxFrameLength];
        var length = FrameWriter.WriteV1(into, servos, 3, 1, 1);
        length.ShouldBe(FrameLayout.OverheadV1 + ServoOutputRaw.MinLength);
        var packet = Samples.Parse(into.AsSpan(0, length), out _)[0];
        packet.Version.ShouldBe(1);
        packet.Sequence.ShouldBe((byte)3);
        packet.TryRead<ServoOutputRaw>(out var v1).ShouldBeTrue();
        v1.Servo1Raw.ShouldBe((ushort)1500);
        v1.Servo9Raw.ShouldBe((ushort)0);
    }

    [Fact]
    public void A_message_with_a_high_id_does_not_fit_v1() =>
        Should.Throw<ArgumentException>(() => FrameWriter.WriteV1(new byte[FrameWriter.MaxFrameLength], default(SetupSigning), 0, 1, 1))
            .Message.ShouldContain("SETUP_SIGNING");

    [Fact]
    public void A_v1_payload_shorter_than_its_message_is_no_frame()
    {
        byte[] frame = [FrameLayout.MagicV1, 8, 0, 1, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0];
        BitConverter.TryWriteBytes(frame.AsSpan(14), DroneFarm.Mavlink.Checksums.Crc16.Of(frame.AsSpan(1..14), Heartbeat.CrcExtra));
        Samples.Parse(frame, out _).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0x02)]
    [InlineData(0x80)]
    [InlineData(0x03)]
    public void Incompatibility_flags_that_nobody_defined_reject_the_frame(byte flags)
    {
        var frame = Samples.Heartbeat();
        frame[2] = flags;
        Samples.Parse([.. Samples.WithCrc(frame, Heartbeat.CrcExtra), .. new byte[4000]], out var counts).ShouldBeEmpty();
        counts.BadCrc.ShouldBe(0);
    }

    [Fact]
    public void Compatibility_flags_change_nothing()
    {
        var frame = Samples.Heartbeat();
        frame[3] = 0xFF;
        Samples.Parse(Samples.WithCrc(frame, Heartbeat.CrcExtra), out _).Count.ShouldBe(1);
    }

    [Fact]
    public void A_payload_from_a_newer_definition_is_read_as_far_as_we_know_it()
    {
        var frame = Samples.Heartbeat();
        byte[] longer = [.. frame[..19], 0xAA, 0xBB, 0, 0];
        longer[1] = 11;
        Samples.Parse(Samples.WithCrc(longer, Heartbeat.CrcExtra), out _)[0].TryRead<Heartbeat>(out var read).ShouldBeTrue();
        read.Type.ShouldBe(MavType.Quadrotor);
    }

    [Fact]
    public void An_unknown_id_and_a_wrong_checksum_are_counted_apart()
    {
        var unknown = Samples.Heartbeat();
        unknown[8] = 0x7F;
        var damaged = Samples.Heartbeat();
        damaged[12] ^= 1;
        Samples.Parse([.. unknown, .. damaged, .. Samples.Heartbeat()], out var counts).Count.ShouldBe(1);
        counts.UnknownId.ShouldBe(1);
        counts.BadCrc.ShouldBe(1);
        counts.JunkBytes.ShouldBe(unknown.Length + damaged.Length);
    }

    [Fact]
    public void Text_is_cut_between_characters_and_ends_at_NUL()
    {
        Text16.From("SPRAY_PUMP_RATE").ToText().ShouldBe("SPRAY_PUMP_RATE");
        Text16.From("SPRAY_PUMP_RATE_X2").ToText().ShouldBe("SPRAY_PUMP_RATE_");
        Text16.From("喷洒喷洒喷洒").ToText().ShouldBe("喷洒喷洒喷");
        var latin = default(Text16);
        (latin[0], latin[1]) = ((byte)'5', 0xB0);
        latin.ToText().ShouldBe("5°");
    }

    [Fact]
    public void A_field_narrower_than_its_enum_keeps_the_width_of_the_wire()
    {
        var gimbal = new GimbalDeviceInformation { CapFlags = GimbalDeviceCapFlags.HasNeutral };
        Samples.Parse(Samples.Frame(gimbal), out _)[0].TryRead<GimbalDeviceInformation>(out var read).ShouldBeTrue();
        read.CapFlags.ShouldBe(GimbalDeviceCapFlags.HasNeutral);
    }
}
