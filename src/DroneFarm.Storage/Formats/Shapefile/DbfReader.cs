using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DroneFarm.Core.Findings;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>
/// Reads the table of a shapefile. Source: dBASE III file structure; the language driver ids of ESRI's "Shapefile Technical Description" practice.
/// Text is what the .cpg says, else what the language driver says, else UTF-8 where it can be that, else GBK; a guess is told.
/// </summary>
internal static class DbfReader
{
    private const int HeaderBytes = 32, ColumnBytes = 32, MostColumns = 2000;

    private static readonly Dictionary<byte, string> LanguageDrivers = new()
    {
        [0x01] = "437", [0x02] = "850", [0x03] = "1252", [0x13] = "932", [0x4D] = "936", [0x4E] = "949", [0x4F] = "950", [0x57] = "1252", [0x58] = "1252", [0x59] = "1252", [0x78] = "950",
        [0x79] = "949", [0x7A] = "936", [0x7B] = "932", [0xC8] = "1250", [0xC9] = "1251",
    };

    /// <summary>Whatever rows there are; a damaged table gives none, with an error.</summary>
    /// <param name="cpg">The text of the .cpg file beside it.</param>
    public static RowTable Read(ImportFile file, string? cpg, List<Finding> findings)
    {
        var bytes = file.Bytes;
        if (bytes.Length < HeaderBytes + 1 || ColumnsOf(bytes) is not { Count: > 0 } columns) return Damaged(file, findings);
        int headerLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)), rowLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10));
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        if (headerLength < HeaderBytes || headerLength > bytes.Length || rowLength < 1 || count < 0 || columns[^1].Start + columns[^1].Length > rowLength) return Damaged(file, findings);
        var whole = Math.Min(count, (bytes.Length - headerLength) / rowLength);
        if (whole < count) findings.Add(Finding.Warning("shp.table-cut", file.Name, Say(whole), Say(count)));
        var encoding = EncodingOf(file, bytes[headerLength..], cpg, bytes[29], findings);
        var rows = new List<IReadOnlyDictionary<string, string>?>(whole);
        for (var i = 0; i < whole; i++)
        {
            var row = bytes.AsSpan(headerLength + (i * rowLength), rowLength);
            rows.Add(row[0] == (byte)'*' ? null : Values(row, columns, encoding));
        }

        return new RowTable(rows);
    }

    private static Dictionary<string, string> Values(ReadOnlySpan<byte> row, List<Column> columns, Encoding encoding)
    {
        var values = new Dictionary<string, string>();
        foreach (var column in columns)
        {
            var cell = encoding.GetString(row.Slice(column.Start, column.Length).TrimEnd((byte)0)).Trim();
            // A number of stars or nothing at all is dBASE's way to say that there is none.
            if (cell.Length == 0 || (column.IsNumber && cell[0] == '*')) continue;
            values[encoding.GetString(column.NameBytes).Trim().ToLowerInvariant()] = cell;
        }

        return values;
    }

    private static List<Column> ColumnsOf(byte[] bytes)
    {
        var columns = new List<Column>();
        var start = 1;
        for (var at = HeaderBytes; at + ColumnBytes <= bytes.Length && bytes[at] != 0x0D && columns.Count < MostColumns; at += ColumnBytes)
        {
            var name = bytes.AsSpan(at, 11);
            var end = name.IndexOf((byte)0);
            columns.Add(new Column((end < 0 ? name : name[..end]).ToArray(), start, bytes[at + 16], bytes[at + 11] is (byte)'N' or (byte)'F'));
            start += bytes[at + 16];
        }

        return columns;
    }

    private static Encoding EncodingOf(ImportFile file, byte[] text, string? cpg, byte driver, List<Finding> findings)
    {
        var said = cpg is null ? null : FileText.Named(cpg);
        if (said is null && LanguageDrivers.TryGetValue(driver, out var page)) said = FileText.Named(page);
        var (_, encoding, guessed) = FileText.Decode(text, said);
        if (guessed) findings.Add(Finding.Note("shp.encoding-guessed", file.Name, encoding.WebName.ToUpperInvariant()));
        return Lenient(encoding);
    }

    /// <summary>A text of the table may be cut in the middle of a character by the width of its column.</summary>
    private static Encoding Lenient(Encoding strict)
    {
        var lenient = (Encoding)strict.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient;
    }

    private static RowTable Damaged(ImportFile file, List<Finding> findings)
    {
        findings.Add(Finding.Error("shp.table-damaged", file.Name));
        return RowTable.None;
    }

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Column(byte[] NameBytes, int Start, int Length, bool IsNumber);
}
