using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DroneFarm.Mavlink.Checksums;

/// <summary>The checksum by carry-less multiplication, sixteen bytes a step.</summary>
/// <remarks>
/// The data are a polynomial over GF(2), first bit highest; the checksum is its remainder by P = x¹⁶+x¹²+x⁵+1. A block of 128 bits moves on by
/// 128 bits when its halves are multiplied by x¹⁹² and x¹²⁸ mod P. Registers hold bits reversed, which makes each product one degree too
/// high; so the constants below are one degree lower. The tests compute them again.
/// Source: Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel (2009).
/// </remarks>
internal static class CrcFold
{
    public const int MinLength = BlockLength, MaxLength = 320;

    internal const ulong X191 = 0xA95D_0000_0000_0000, X127 = 0x7EEA_0000_0000_0000;
    internal const ulong X87 = 0x4DFD_0000_0000_0000, X63 = 0x042B_0000_0000_0000, X23 = 1ul << (63 - 23);
    internal const ulong Quotient = 0x1_040B_1C58_1911, Divisor = 0x1_0811;

    private const int BlockLength = 16;
    private const byte Lower = 0x00, Upper = 0x11;

    // What the start value leaves behind a number of bytes and CRC_EXTRA: added at the end instead of mixed into the first bytes.
    private static readonly ushort[] StartAfter = [.. Enumerable.Range(0, MaxLength + 1).Select(n => CrcTables.Of(ushort.MaxValue, new byte[n + 1]))];

    public static bool IsSupported => Pclmulqdq.IsSupported && Ssse3.IsSupported;

    /// <summary>Moves the first n bytes of a block to its end, with zeros before them, when read at n.</summary>
    private static ReadOnlySpan<byte> MoveToEnd =>
    [
        0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ];

    /// <summary>Over <see cref="MinLength"/> to <see cref="MaxLength"/> bytes and then CRC_EXTRA.</summary>
    public static ushort Of(ReadOnlySpan<byte> data, byte extra)
    {
        // Zeros before the data change nothing, so the odd bytes come first and whole blocks follow.
        ref var start = ref MemoryMarshal.GetReference(data);
        var odd = ((data.Length - 1) & (BlockLength - 1)) + 1;
        var mask = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(MoveToEnd), (nuint)odd);
        var sum = Ssse3.Shuffle(Vector128.LoadUnsafe(ref start), mask).AsUInt64();
        var step = Vector128.Create(X191, X127);
        for (var at = odd; at < data.Length; at += BlockLength)
        {
            var block = Vector128.LoadUnsafe(ref start, (nuint)at).AsUInt64();
            sum = Pclmulqdq.CarrylessMultiply(sum, step, Lower) ^ Pclmulqdq.CarrylessMultiply(sum, step, Upper) ^ block;
        }

        return (ushort)(Remainder(sum) ^ StartAfter[data.Length] ^ CrcTables.Next(0, extra));
    }

    /// <summary>
    /// Of the block times x²⁴: sixteen bits for the checksum and eight for CRC_EXTRA. First 128 bits become 88, then 64, then 16 by Barrett's division.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Remainder(Vector128<ulong> sum)
    {
        var ends = Vector128.Create(X87, X23);
        sum = Pclmulqdq.CarrylessMultiply(sum, ends, Lower) ^ Pclmulqdq.CarrylessMultiply(sum, ends, Upper);
        sum ^= Pclmulqdq.CarrylessMultiply(sum, Vector128.Create(X63, 0), Lower);
        var quotient = Pclmulqdq.CarrylessMultiply(sum, Vector128.Create(Quotient, 0), 0x01) & Vector128.Create(0xFFFF_FFFF_FFFFul, 0);
        var multiple = Pclmulqdq.CarrylessMultiply(quotient, Vector128.Create(Divisor, 0), Lower);
        return (ushort)((sum.GetElement(1) ^ multiple.GetElement(0)) >> 48);
    }
}
