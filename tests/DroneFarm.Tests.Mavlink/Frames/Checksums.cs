using System.Numerics;
using CsCheck;
using DroneFarm.Mavlink.Checksums;

namespace DroneFarm.Tests.Mavlink.Frames;

/// <summary>Three ways to the same checksum.</summary>
public sealed class Checksums
{
    [Fact]
    public void The_check_value_of_the_catalogue_comes_out() => // CRC-16/MCRF4XX, check = 0x6F91 over "123456789"
        CrcTables.Of(ushort.MaxValue, "123456789"u8).ShouldBe((ushort)0x6F91);

    [Fact]
    public void Tables_agree_with_the_definition_bit_by_bit() =>
        Gen.Byte.Array[0, 300].Sample(data => CrcTables.Of(ushort.MaxValue, data) == BitByBit(data), iter: 2_000);

    [Fact]
    public void Folding_agrees_with_the_definition_at_every_length()
    {
        Assert.SkipUnless(CrcFold.IsSupported, "this machine has no carry-less multiplication");
        var random = new Random(1);
        for (var length = CrcFold.MinLength; length <= CrcFold.MaxLength; length++)
        {
            var data = new byte[length + 1];
            random.NextBytes(data);
            CrcFold.Of(data.AsSpan(0, length), data[length]).ShouldBe(BitByBit(data), $"length {length}");
        }
    }

    [Fact]
    public void Every_length_of_frame_takes_a_way_that_agrees() =>
        Gen.Byte.Array[1, 400].Sample(data => Crc16.Of(data.AsSpan(0, data.Length - 1), data[^1]) == BitByBit(data), iter: 5_000);

    [Fact]
    public void The_constants_of_folding_are_powers_of_x_and_a_quotient()
    {
        Reversed(PowerOfX(191), 64).ShouldBe(CrcFold.X191);
        Reversed(PowerOfX(127), 64).ShouldBe(CrcFold.X127);
        Reversed(PowerOfX(87), 64).ShouldBe(CrcFold.X87);
        Reversed(PowerOfX(63), 64).ShouldBe(CrcFold.X63);
        Reversed(BigInteger.One << 23, 64).ShouldBe(CrcFold.X23);
        Reversed(Polynomial, 17).ShouldBe(CrcFold.Divisor);
        Reversed(Divide(BigInteger.One << 64).Quotient, 49).ShouldBe(CrcFold.Quotient);
    }

    private static BigInteger Polynomial => 0x1_1021;

    private static BigInteger PowerOfX(int n) => Divide(BigInteger.One << n).Remainder;

    private static (BigInteger Quotient, BigInteger Remainder) Divide(BigInteger value)
    {
        var quotient = BigInteger.Zero;
        for (var degree = (int)value.GetBitLength() - 1; degree >= 16; degree--)
        {
            if (((value >> degree) & 1) == 0) continue;
            quotient |= BigInteger.One << (degree - 16);
            value ^= Polynomial << (degree - 16);
        }

        return (quotient, value);
    }

    private static ulong Reversed(BigInteger value, int bits) =>
        Enumerable.Range(0, bits).Where(i => ((value >> i) & 1) == 1).Aggregate(0ul, (sum, i) => sum | (1ul << (bits - 1 - i)));

    private static ushort BitByBit(byte[] data)
    {
        var crc = 0xFFFF;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8408 : crc >> 1;
        }

        return (ushort)crc;
    }
}
