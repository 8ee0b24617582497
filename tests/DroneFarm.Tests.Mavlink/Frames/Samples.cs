using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Mavlink.Frames;

/// <summary>Frames to cut, join and damage.</summary>
internal static class Samples
{
    public static byte[] Heartbeat(byte sequence = 0) => Frame(new Heartbeat { Type = MavType.Quadrotor, MavlinkVersion = 3 }, sequence);

    public static byte[] Frame<T>(in T message, byte sequence = 0, byte systemId = 1) where T : struct, IMessage<T>
    {
        var into = new byte[FrameWriter.MaxFrameLength];
        return into[..FrameWriter.Write(into, in message, sequence, systemId, 1)];
    }

    /// <summary>The same frame with its checksum made right again, after a byte was changed.</summary>
    public static byte[] WithCrc(byte[] frame, byte crcExtra)
    {
        var crcAt = FrameLayout.HeaderV2 + frame[1];
        BitConverter.TryWriteBytes(frame.AsSpan(crcAt), DroneFarm.Mavlink.Checksums.Crc16.Of(frame.AsSpan(1..crcAt), crcExtra));
        return frame;
    }

    public static List<Packet> Parse(ReadOnlySpan<byte> bytes, out ParserCounts counts)
    {
        var parser = new PacketParser();
        List<Packet> packets = [];
        parser.Feed(bytes, packets);
        counts = parser.Counts;
        return packets;
    }

    /// <summary>A stream of mixed frames with junk between, some of which looks like the start of a frame.</summary>
    public static byte[] NoisyStream(int seed, int frames)
    {
        var random = new Random(seed);
        List<byte> stream = [];
        for (var i = 0; i < frames; i++)
        {
            var junk = new byte[random.Next(4) == 0 ? random.Next(40) : 0];
            random.NextBytes(junk);
            if (junk.Length > 0 && random.Next(2) == 0) junk[0] = FrameLayout.MagicV2;
            stream.AddRange(junk);
            stream.AddRange(random.Next(3) switch
            {
                0 => Heartbeat((byte)i),
                1 => Frame(new Attitude { Roll = random.NextSingle(), TimeBootMs = (uint)i }, (byte)i),
                _ => Frame(new ServoOutputRaw { Servo9Raw = (ushort)random.Next(2000), Port = 0xFE }, (byte)i),
            });
        }

        return [.. stream];
    }
}
