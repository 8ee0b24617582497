using System.Buffers.Binary;
using System.Text;

namespace DroneFarm.Reports.Ink;

/// <summary>
/// Cuts a TrueType font down to some characters. Skia as packaged embeds a font file whole, which would put two megabytes into every record.
/// Works for our own fonts, whose glyphs are all simple (none is composed of others).
/// </summary>
/// <remarks>Source: OpenType specification 1.9, chapters "The OpenType font file", glyf, loca, hmtx, maxp and cmap format 12.</remarks>
internal static class FontSubset
{
    private const uint ChecksumGoal = 0xB1B0AFBA;

    /// <param name="characters">Code points, ascending, all of them in the font.</param>
    public static byte[] Of(byte[] file, Func<int, ushort> glyphOf, IEnumerable<int> characters)
    {
        var tables = Read(file);
        int[] kept = [.. characters];
        int[] glyphs = [0, .. kept.Select(c => (int)glyphOf(c))];

        var isLong = BinaryPrimitives.ReadInt16BigEndian(tables["head"].AsSpan(50)) == 1;
        var metricsCount = BinaryPrimitives.ReadUInt16BigEndian(tables["hhea"].AsSpan(34));
        var (outlines, places) = Outlines(tables["glyf"], tables["loca"], isLong, glyphs);
        tables["glyf"] = outlines;
        tables["loca"] = places;
        tables["hmtx"] = Metrics(tables["hmtx"], metricsCount, glyphs);
        tables["cmap"] = CharacterMap(kept);
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        BinaryPrimitives.WriteUInt16BigEndian(tables["hhea"].AsSpan(34), (ushort)glyphs.Length);
        BinaryPrimitives.WriteUInt16BigEndian(tables["maxp"].AsSpan(4), (ushort)glyphs.Length);
        return Write(tables);
    }

    private static SortedDictionary<string, byte[]> Read(byte[] file)
    {
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var entry = file.AsSpan(12 + (16 * i), 16);
            var (offset, length) = (BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
            tables[Encoding.ASCII.GetString(entry[..4])] = file.AsSpan(offset, length).ToArray();
        }

        return tables;
    }

    private static (byte[] Outlines, byte[] Places) Outlines(byte[] glyf, byte[] loca, bool isLong, int[] glyphs)
    {
        using var outlines = new MemoryStream();
        var places = new byte[4 * (glyphs.Length + 1)];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var (from, to) = (PlaceOf(glyphs[i]), PlaceOf(glyphs[i] + 1));
            outlines.Write(glyf, from, to - from);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(4 * (i + 1)), (int)outlines.Length);
        }

        return (outlines.ToArray(), places);

        int PlaceOf(int glyph) => isLong
            ? BinaryPrimitives.ReadInt32BigEndian(loca.AsSpan(4 * glyph))
            : 2 * BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(2 * glyph));
    }

    /// <summary>Advance and left bearing of each glyph; beyond the counted ones all advances equal the last.</summary>
    private static byte[] Metrics(byte[] hmtx, int counted, int[] glyphs)
    {
        var metrics = new byte[4 * glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            var glyph = glyphs[i];
            hmtx.AsSpan(4 * Math.Min(glyph, counted - 1), 2).CopyTo(metrics.AsSpan(4 * i));
            hmtx.AsSpan(glyph < counted ? (4 * glyph) + 2 : (4 * counted) + (2 * (glyph - counted)), 2).CopyTo(metrics.AsSpan((4 * i) + 2));
        }

        return metrics;
    }

    /// <summary>Format 12, one group a character: the n-th character is the glyph n, counted from 1.</summary>
    private static byte[] CharacterMap(int[] characters)
    {
        var map = new byte[12 + 16 + (12 * characters.Length)];
        Put(0, 0x0000_0001);
        Put(4, (3 << 16) | 10);
        Put(8, 12);
        Put(12, 12 << 16);
        Put(16, 16 + (12 * characters.Length));
        Put(24, characters.Length);
        for (var i = 0; i < characters.Length; i++)
        {
            Put(28 + (12 * i), characters[i]);
            Put(32 + (12 * i), characters[i]);
            Put(36 + (12 * i), i + 1);
        }

        return map;

        void Put(int at, int value) => BinaryPrimitives.WriteInt32BigEndian(map.AsSpan(at), value);
    }

    private static byte[] Write(SortedDictionary<string, byte[]> tables)
    {
        BinaryPrimitives.WriteUInt32BigEndian(tables["head"].AsSpan(8), 0);
        var file = new byte[12 + (16 * tables.Count) + tables.Values.Sum(t => Padded(t.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x0001_0000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        var largest = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << largest));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)largest);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Count) - (16 << largest)));

        var (entry, place, headAt) = (12, 12 + (16 * tables.Count), 0);
        foreach (var (tag, bytes) in tables)
        {
            if (tag == "head") headAt = place;
            bytes.CopyTo(file, place);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Checksum(file.AsSpan(place, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), place);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), bytes.Length);
            entry += 16;
            place += Padded(bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), unchecked(ChecksumGoal - Checksum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
