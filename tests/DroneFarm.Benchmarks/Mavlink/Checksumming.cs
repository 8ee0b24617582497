using BenchmarkDotNet.Attributes;
using DroneFarm.Mavlink.Checksums;

namespace DroneFarm.Benchmarks.Mavlink;

/// <summary>The three ways to the checksum, over a short frame, the mean one and the longest.</summary>
public class Checksumming
{
    private const int Count = 10_000;

    private readonly byte[] data = new byte[300];

    [Params(18, 42, 264)]
    public int Bytes { get; set; }

    [Benchmark(Description = "table, one byte a step", Baseline = true, OperationsPerInvoke = Count)]
    public int Bytewise()
    {
        var sum = 0;
        for (var i = 0; i < Count; i++)
        {
            var crc = ushort.MaxValue;
            foreach (var b in data.AsSpan(0, Bytes)) crc = CrcTables.Next(crc, b);
            sum += CrcTables.Next(crc, 50);
        }

        return sum;
    }

    [Benchmark(Description = "tables, eight bytes a step", OperationsPerInvoke = Count)]
    public int Tables()
    {
        var sum = 0;
        for (var i = 0; i < Count; i++) sum += CrcTables.Next(CrcTables.Of(ushort.MaxValue, data.AsSpan(0, Bytes)), 50);
        return sum;
    }

    [Benchmark(Description = "carry-less multiplication, sixteen", OperationsPerInvoke = Count)]
    public int Fold()
    {
        var sum = 0;
        for (var i = 0; i < Count; i++) sum += CrcFold.Of(data.AsSpan(0, Bytes), 50);
        return sum;
    }
}
