using System.Buffers.Binary;

namespace DroneFarm.Mavlink.Checksums;

/// <summary>The checksum by tables, eight bytes a step: for short data, and for machines without carry-less multiplication.</summary>
/// <remarks>Source: Kounavis and Berry, "Novel Table Lookup-Based Algorithms for High-Performance CRC Generation", IEEE Trans. Computers 57 (2008).</remarks>
internal static class CrcTables
{
    private const ushort Polynomial = 0x8408;
    private const int Step = 8;

    // After[256 * k + b] is what the byte b leaves when k bytes follow it.
    private static readonly ushort[] After = Make();

    public static ushort Of(ushort crc, ReadOnlySpan<byte> data)
    {
        for (; data.Length >= Step; data = data[Step..])
        {
            var x = BinaryPrimitives.ReadUInt64LittleEndian(data) ^ crc;
            crc = (ushort)(After[0x700 + (byte)x] ^ After[0x600 + (byte)(x >> 8)] ^ After[0x500 + (byte)(x >> 16)] ^ After[0x400 + (byte)(x >> 24)]
                ^ After[0x300 + (byte)(x >> 32)] ^ After[0x200 + (byte)(x >> 40)] ^ After[0x100 + (byte)(x >> 48)] ^ After[x >> 56]);
        }

        foreach (var b in data) crc = Next(crc, b);
        return crc;
    }

    public static ushort Next(ushort crc, byte b) => (ushort)((crc >> 8) ^ After[(byte)(crc ^ b)]);

    private static ushort[] Make()
    {
        var table = new ushort[Step * 256];
        for (var i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
            table[i] = (ushort)value;
        }

        for (var i = 256; i < table.Length; i++) table[i] = (ushort)((table[i - 256] >> 8) ^ table[(byte)table[i - 256]]);
        return table;
    }
}
