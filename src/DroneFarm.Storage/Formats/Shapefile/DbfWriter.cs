using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using DroneFarm.Storage.Formats.Maps;

namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>Writes the table of a shapefile in UTF-8: numbers to a thousandth, moments as text, names cut to ten letters by <see cref="ShortNames"/>.</summary>
internal static class DbfWriter
{
    private const int MostTextBytes = 254, NumberBytes = 20, WholeBytes = 11;

    public static byte[] Write(IReadOnlyList<IReadOnlyList<(string Name, object? Value)>> rows)
    {
        var columns = rows.SelectMany(r => r).GroupBy(p => ShortNames.Short(p.Name)).Select(g => ColumnOf(g.Key, [.. g.Select(p => p.Value)])).ToList();
        if (columns.Count == 0) columns = [new Column("id", 'N', WholeBytes, 0)];
        var rowBytes = 1 + columns.Sum(c => c.Bytes);
        using var memory = new MemoryStream();
        memory.Write(Header(rows.Count, columns, rowBytes));
        foreach (var row in rows)
        {
            memory.WriteByte((byte)' ');
            foreach (var column in columns) memory.Write(Cell(row.FirstOrDefault(p => ShortNames.Short(p.Name) == column.Name).Value, column));
        }

        memory.WriteByte(0x1A);
        return memory.ToArray();
    }

    private static byte[] Header(int rows, List<Column> columns, int rowBytes)
    {
        var header = new byte[32 + (32 * columns.Count) + 1];
        // dBASE III, and the day on which the format's standard was first published: our clock is never asked here.
        (header[0], header[1], header[2], header[3]) = (3, 98, 7, 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), rows);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)header.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), (ushort)rowBytes);
        foreach (var (i, column) in columns.Index())
        {
            var at = header.AsSpan(32 + (32 * i));
            Encoding.UTF8.GetBytes(column.Name).AsSpan().CopyTo(at);
            (at[11], at[16], at[17]) = ((byte)column.Type, (byte)column.Bytes, (byte)column.Decimals);
        }

        header[^1] = 0x0D;
        return header;
    }

    private static Column ColumnOf(string name, List<object?> values)
    {
        var known = values.OfType<object>().ToList();
        if (known.Count > 0 && known.TrueForAll(v => v is int)) return new Column(name, 'N', WholeBytes, 0);
        if (known.Count > 0 && known.TrueForAll(v => v is int or double)) return new Column(name, 'N', NumberBytes, 3);
        var longest = known.Select(v => Encoding.UTF8.GetByteCount(MapSheet.Text(v)!)).DefaultIfEmpty(1).Max();
        return new Column(name, 'C', Math.Clamp(longest, 1, MostTextBytes), 0);
    }

    private static byte[] Cell(object? value, Column column)
    {
        var text = column.Decimals > 0 && value is int or double ? Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("F3", CultureInfo.InvariantCulture) : MapSheet.Text(value) ?? "";
        // Cut at a whole character.
        while (Encoding.UTF8.GetByteCount(text) > column.Bytes) text = text[..^1];
        var bytes = Encoding.UTF8.GetBytes(text);
        var cell = new byte[column.Bytes];
        cell.AsSpan().Fill((byte)' ');
        bytes.CopyTo(cell.AsSpan(column.Type == 'N' ? column.Bytes - bytes.Length : 0));
        return cell;
    }

    private sealed record Column(string Name, char Type, int Bytes, int Decimals);
}
