using BenchmarkDotNet.Attributes;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Benchmarks.Mavlink;

/// <summary>From bytes to messages, one core, over the mixed buffer.</summary>
public class Scanning
{
    private readonly byte[] stream = MixedTraffic.Make(seed: 1);
    private readonly List<Packet> packets = [];
    private Yardstick? yardstick;

    [GlobalSetup]
    public void Compile() => yardstick = Yardstick.Compile();

    [Benchmark(Description = "C scanner, -O2: frames and CRC", Baseline = true, OperationsPerInvoke = MixedTraffic.Packets)]
    public long Yardstick_in_C() => (yardstick ?? throw new PlatformNotSupportedException("no C compiler")).Scan(stream);

    [Benchmark(Description = "frames and CRC", OperationsPerInvoke = MixedTraffic.Packets)]
    public long Scan()
    {
        var scanner = new FrameScanner(stream);
        while (scanner.TryNext(out _)) { }
        return scanner.Counts.Good;
    }

    [Benchmark(Description = "frames, CRC, any message typed by dispatch", OperationsPerInvoke = MixedTraffic.Packets)]
    public long Scan_and_decode()
    {
        var consumer = default(Consumer);
        var scanner = new FrameScanner(stream);
        while (scanner.TryNext(out var frame)) Dispatch.Visit(in frame, ref consumer);
        return consumer.Sum;
    }

    [Benchmark(Description = "frames, CRC, five messages typed by a switch", OperationsPerInvoke = MixedTraffic.Packets)]
    public float Scan_and_read_five()
    {
        var sum = 0f;
        var scanner = new FrameScanner(stream);
        while (scanner.TryNext(out var frame))
        {
            if (frame.TryRead<Attitude>(out var attitude)) sum += attitude.Roll + attitude.Pitch;
            else if (frame.TryRead<GlobalPositionInt>(out var position)) sum += position.Lat + position.Lon;
            else if (frame.TryRead<ServoOutputRaw>(out var servos)) sum += servos.Servo1Raw + servos.Servo9Raw;
            else if (frame.TryRead<SysStatus>(out var status)) sum += status.VoltageBattery;
            else if (frame.TryRead<Heartbeat>(out var beat)) sum += beat.CustomMode;
        }

        return sum;
    }

    [Benchmark(Description = "packets that own their bytes (link parser)", OperationsPerInvoke = MixedTraffic.Packets)]
    public int Parse()
    {
        packets.Clear();
        var parser = new PacketParser();
        for (var rest = stream.AsSpan(); rest.Length > 0; rest = rest[Math.Min(1500, rest.Length)..]) parser.Feed(rest[..Math.Min(1500, rest.Length)], packets);
        return packets.Count;
    }

    /// <summary>Touches the first and the last byte of each message, so that all of it must be there.</summary>
    private struct Consumer : IMessageVisitor
    {
        public long Sum;

        public void On<T>(in T message, in FrameView frame) where T : struct, IMessage<T>
        {
            var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in message));
            Sum += bytes[0] + bytes[^1];
        }
    }
}
