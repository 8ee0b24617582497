using BenchmarkDotNet.Attributes;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Security;

namespace DroneFarm.Benchmarks.Mavlink;

/// <summary>From messages to bytes, and the cost of signatures.</summary>
public class Writing
{
    private const int Count = 10_000;

    private static readonly SigningKey Key = SigningKey.FromPassphrase("benchmark");

    private readonly byte[] frame = new byte[FrameWriter.MaxFrameLength];
    private readonly byte[] signed = new byte[FrameWriter.MaxFrameLength];
    private int signedLength;

    [GlobalSetup]
    public void Sign() => signedLength = FrameWriter.Write(signed, Message(0), 0, 1, 1, new Signing(Key, 1, 1));

    [Benchmark(Description = "write a frame", OperationsPerInvoke = Count)]
    public int Write()
    {
        var sum = 0;
        for (var i = 0; i < Count; i++) sum += FrameWriter.Write(frame, Message(i), (byte)i, 1, 1);
        return sum;
    }

    [Benchmark(Description = "write and sign a frame", OperationsPerInvoke = Count)]
    public int Write_signed()
    {
        var sum = 0;
        for (var i = 0; i < Count; i++) sum += FrameWriter.Write(frame, Message(i), (byte)i, 1, 1, new Signing(Key, 1, (ulong)i));
        return sum;
    }

    [Benchmark(Description = "verify a signature", OperationsPerInvoke = Count)]
    public int Verify()
    {
        var good = 0;
        for (var i = 0; i < Count; i++) good += Signature.IsBy(Key, signed.AsSpan(0, signedLength)) ? 1 : 0;
        return good;
    }

    private static GlobalPositionInt Message(int i) => new() { TimeBootMs = (uint)i, Lat = 320_000_000 + i, Lon = 1_208_000_000, Hdg = 9000 };
}
