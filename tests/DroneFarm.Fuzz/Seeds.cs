using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Security;

namespace DroneFarm.Fuzz;

/// <summary>Where the search begins: one of each kind of input.</summary>
internal static class Seeds
{
    public static IEnumerable<byte[]> All()
    {
        var sender = new PacketSender(1, 1);
        var beat = sender.Pack(new Heartbeat { MavlinkVersion = 3 });
        var chunk = sender.Pack(new Statustext { Text = Text50.From(new string('a', 50)), Id = 1 });
        var end = sender.Pack(new Statustext { Text = Text50.From("b"), Id = 1, ChunkSeq = 1 });
        var v1 = new byte[FrameWriter.MaxFrameLength];
        var v1Length = FrameWriter.WriteV1(v1, new Attitude { Roll = 1 }, 0, 1, 1);
        sender.Signer = new PacketSigner(SigningKey.FromPassphrase("fuzz"), 1, new SigningClock(TimeProvider.System));
        yield return [];
        yield return beat;
        yield return v1[..v1Length];
        yield return sender.Pack(new ServoOutputRaw { Servo9Raw = 1393 });
        yield return [.. chunk, .. end, .. beat];
        yield return [0, 6, 0x2D, 0x4D, 0x2D, 0x5C, 0x80, 0, .. beat, 0, 6, 0x2D, 0x4D, 0x2D, 0x5C, 0x81, 0, .. v1[..v1Length]];
        yield return [0xA3, 0x95, 128, 7, 5, .. "TNK\0H"u8, .. new byte[79], 0xA3, 0x95, 7, 1, 2];
    }
}
