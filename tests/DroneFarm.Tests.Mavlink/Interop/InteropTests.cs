using System.Text;
using System.Text.Json;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Security;
using DroneFarm.Tests.Mavlink.Frames;
using Microsoft.Extensions.Time.Testing;

namespace DroneFarm.Tests.Mavlink.Interop;

/// <summary>node-mavlink and we understand each other, both ways, signed and not.</summary>
public sealed class InteropTests
{
    private const string Passphrase = "gangzha";
    private const int Count = 2000;

    private static readonly SigningKey Key = SigningKey.FromPassphrase(Passphrase);
    private static readonly DateTimeOffset Begun = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Node_reads_what_we_write()
    {
        var sender = new PacketSender(255, 190);
        var signer = new PacketSigner(Key, linkId: 2, new SigningClock(new FakeTimeProvider(Begun)));
        using var stream = new MemoryStream();
        for (var i = 0; i < Count; i++)
        {
            sender.Signer = i % 2 == 0 ? signer : null;
            stream.Write(Pack(sender, i));
        }

        var lines = Encoding.UTF8.GetString(NodeMavlink.Run("read", Passphrase, stream.ToArray())).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(Count);
        for (var i = 0; i < Count; i++)
        {
            using var json = JsonDocument.Parse(lines[i]);
            var packet = json.RootElement;
            packet.GetProperty("seq").GetInt32().ShouldBe(i % 256);
            packet.GetProperty("system").GetInt32().ShouldBe(255);
            packet.GetProperty("component").GetInt32().ShouldBe(190);
            packet.GetProperty("signed").ValueKind.ShouldBe(i % 2 == 0 ? JsonValueKind.True : JsonValueKind.Null);
            CheckFields(packet.GetProperty("fields"), i);
        }
    }

    [Fact]
    public void We_read_what_node_writes()
    {
        var packets = Samples.Parse(NodeMavlink.Run("write", Passphrase, []), out var counts);
        packets.Count.ShouldBe(400);
        counts.JunkBytes.ShouldBe(0);
        var check = new SignatureCheck(Key, new SigningClock(new FakeTimeProvider(Begun)));
        for (var i = 0; i < packets.Count; i++)
        {
            var packet = packets[i];
            (packet.Version, packet.Sequence, packet.SystemId, packet.ComponentId).ShouldBe((i % 4 == 0 ? 1 : 2, (byte)i, (byte)9, (byte)77));
            check.Check(packet.View).ShouldBe(i % 4 < 2 ? SignatureVerdict.NotSigned : SignatureVerdict.Valid);
            switch (i % 3)
            {
                case 0:
                    packet.TryRead<Heartbeat>(out var beat).ShouldBeTrue();
                    (beat.CustomMode, beat.Type, beat.BaseMode, beat.SystemStatus)
                        .ShouldBe(((uint)i, MavType.Hexarotor, MavModeFlag.SafetyArmed, MavState.Active));
                    break;
                case 1:
                    packet.TryRead<ParamValue>(out var parameter).ShouldBeTrue();
                    (parameter.ParamId.ToText(), parameter.Value, parameter.ParamType, parameter.ParamIndex)
                        .ShouldBe(($"PARAM_{i}", i / 4f, MavParamType.Real32, (ushort)i));
                    break;
                default:
                    packet.TryRead<CommandLong>(out var command).ShouldBeTrue();
                    (command.Command, command.Param1, command.Param7).ShouldBe((MavCmd.DoSprayer, i % 2, i));
                    break;
            }
        }
    }

    private static byte[] Pack(PacketSender sender, int i) => (i % 3) switch
    {
        0 => sender.Pack(new MissionItemInt { Seq = (ushort)i, X = 321234567 + i, Y = -i, Z = 2.5f, Command = MavCmd.NavWaypoint }),
        1 => sender.Pack(new Statustext { Severity = MavSeverity.Critical, Text = Text50.From($"Failsafe {i}"), Id = (ushort)i }),
        _ => sender.Pack(new ServoOutputRaw { TimeUsec = (uint)i, Servo1Raw = 1500, Servo9Raw = (ushort)i }),
    };

    private static void CheckFields(JsonElement fields, int i)
    {
        switch (i % 3)
        {
            case 0:
                fields.GetProperty("seq").GetInt32().ShouldBe(i);
                fields.GetProperty("x").GetInt32().ShouldBe(321234567 + i);
                fields.GetProperty("y").GetInt32().ShouldBe(-i);
                fields.GetProperty("z").GetSingle().ShouldBe(2.5f);
                break;
            case 1:
                fields.GetProperty("text").GetString().ShouldBe($"Failsafe {i}");
                fields.GetProperty("id").GetInt32().ShouldBe(i);
                break;
            default:
                fields.GetProperty("servo1Raw").GetInt32().ShouldBe(1500);
                fields.GetProperty("servo9Raw").GetInt32().ShouldBe(i);
                break;
        }
    }
}
