namespace DroneFarm.Mavlink.Checksums;

/// <summary>CRC-16/MCRF4XX: polynomial 0x1021 reflected, start value 0xFFFF, no final exclusive-or. Source: mavlink.io, "Packet serialization".</summary>
internal static class Crc16
{
    private const ushort Polynomial = 0x8408;

    private static readonly ushort[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>Over <paramref name="data"/> and then one byte more, the message's CRC_EXTRA.</summary>
    public static ushort Of(ReadOnlySpan<byte> data, byte extra)
    {
        var crc = ushort.MaxValue;
        foreach (var b in data) crc = Next(crc, b);
        return Next(crc, extra);
    }

    private static ushort Next(ushort crc, byte b) => (ushort)((crc >> 8) ^ Table[(byte)(crc ^ b)]);

    private static ushort Entry(int value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
        return (ushort)value;
    }
}
