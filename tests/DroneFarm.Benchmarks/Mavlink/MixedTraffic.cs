using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Benchmarks.Mavlink;

/// <summary>What a spraying multirotor sends, in about its proportions, with random values: the buffer that all MAVLink figures are measured on.</summary>
internal static class MixedTraffic
{
    public const int Packets = 100_000;

    public static byte[] Make(int seed)
    {
        var random = new Random(seed);
        var stream = new byte[Packets * FrameWriter.MaxFrameLength];
        var length = 0;
        for (var i = 0; i < Packets; i++) length += Write(stream.AsSpan(length), random, (byte)i);
        return stream[..length];
    }

    private static int Write(Span<byte> into, Random random, byte sequence) => random.Next(16) switch
    {
        0 or 1 or 2 => Put<Attitude>(into, random, sequence),
        3 or 4 => Put<GlobalPositionInt>(into, random, sequence),
        5 => Put<VfrHud>(into, random, sequence),
        6 => Put<ServoOutputRaw>(into, random, sequence),
        7 => Put<SysStatus>(into, random, sequence),
        8 => Put<GpsRawInt>(into, random, sequence),
        9 => Put<RcChannels>(into, random, sequence),
        10 => Put<EkfStatusReport>(into, random, sequence),
        11 => Put<BatteryStatus>(into, random, sequence),
        12 => Put<MissionItemInt>(into, random, sequence),
        13 => Put<ParamValue>(into, random, sequence),
        14 => FrameWriter.Write(into, new Statustext { Severity = MavSeverity.Info, Text = Text50.From("Mission: 12 WP") }, sequence, 1, 1),
        _ => FrameWriter.Write(into, new Heartbeat { CustomMode = 3, Type = MavType.Hexarotor, BaseMode = MavModeFlag.SafetyArmed, MavlinkVersion = 3 }, sequence, 1, 1),
    };

    private static int Put<T>(Span<byte> into, Random random, byte sequence) where T : struct, IMessage<T>
    {
        Span<byte> payload = stackalloc byte[255];
        random.NextBytes(payload);
        T.Read(payload[..T.MaxLength], out var message);
        return FrameWriter.Write(into, in message, sequence, 1, 1);
    }
}
