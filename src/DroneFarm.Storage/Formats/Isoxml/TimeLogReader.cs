using System.Buffers.Binary;
using System.Globalization;
using System.Xml.Linq;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>
/// Reads a time log. Its header is a TIM element whose empty attributes stand in the binary, in the order of their letters; a filled one holds for all records.
/// Source: ISO 11783-10, TimeLog (TLG) and annex on the binary file.
/// </summary>
internal sealed class TimeLogReader(string name, byte[] bytes, XElement header)
{
    private static readonly DateTime FirstDay = new(1980, 1, 1);

    private static readonly (string Attribute, int Bytes)[] PositionFields = [("A", 4), ("B", 4), ("C", 4), ("D", 1), ("E", 2), ("F", 2), ("G", 1), ("H", 4), ("I", 2)];

    private readonly List<LogColumn> columns = [];
    private int at;

    public static TimeLog? Read(TaskSet set, TaskElement element, List<Finding> partial)
    {
        var name = element["A"] ?? "?";
        var taskId = (string?)element.Xml.Parent?.Attribute("A") ?? "";
        var (xml, binary) = (set.File(name, ".xml"), set.File(name, ".bin"));
        if (xml is null || binary is null)
        {
            partial.Add(Finding.Error("isoxml.log-missing", element.FileName, element.Line, $"{name}.{(xml is null ? "XML" : "BIN")}"));
            return null;
        }

        if (XmlInput.Read(xml, [], partial) is not { } root) return null;
        if (root.DescendantsAndSelf().FirstOrDefault(e => e.Name.LocalName == "TIM") is { } tim) return new TimeLogReader(binary.Name, binary.Bytes, tim).Read(taskId, partial);
        partial.Add(Finding.Error("isoxml.log-header", xml.Name));
        return null;
    }

    private TimeLog Read(string taskId, List<Finding> partial)
    {
        foreach (var value in header.Elements().Where(e => e.Name.LocalName == "DLV"))
            columns.Add(new LogColumn(int.TryParse((string?)value.Attribute("A"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ddi) ? ddi : 0, (string?)value.Attribute("C") ?? ""));
        var position = header.Elements().FirstOrDefault(e => e.Name.LocalName == "PTN");
        var records = new List<LogRecord>();
        while (at < bytes.Length)
        {
            if (Record(position) is { } record) records.Add(record);
            else
            {
                partial.Add(Finding.Error("isoxml.log-damaged", name, (records.Count + 1).ToString(CultureInfo.InvariantCulture)));
                return new TimeLog(name, taskId, columns, records, records.Count + 1);
            }
        }

        return new TimeLog(name, taskId, columns, records, records.Count);
    }

    private LogRecord? Record(XElement? position)
    {
        if (Moment((string?)header.Attribute("A")) is not { } moment) return null;
        var fields = new Dictionary<string, long>();
        foreach (var (attribute, size) in PositionFields)
        {
            if ((string?)position?.Attribute(attribute) is not { } said) continue;
            if (said.Trim().Length > 0) fields[attribute] = FixedValue(attribute, said);
            else if (Number(size) is { } number) fields[attribute] = number;
            else return null;
        }

        if (Number(1) is not { } count) return null;
        var values = new int?[columns.Count];
        for (var i = 0; i < count; i++)
        {
            if (Number(1) is not { } column || column >= columns.Count || Number(4) is not { } value) return null;
            values[column] = (int)value;
        }

        GeoPoint? place = fields.TryGetValue("A", out var north) && fields.TryGetValue("B", out var east)
            ? new GeoPoint(LatitudeDeg: north / 1e7, LongitudeDeg: east / 1e7) : null;
        return new LogRecord(
            moment, fields.TryGetValue("H", out var ms) && fields.TryGetValue("I", out var days) && MomentOf(ms, days) is { } gps ? new DateTimeOffset(gps, TimeSpan.Zero) : null,
            place is { IsValid: true } ? place : null, fields.TryGetValue("C", out var up) ? up / 1000.0 : null, values);
    }

    private DateTime? Moment(string? said)
    {
        if (said?.Trim().Length > 0) return DateTime.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? moment : FirstDay;
        return Number(4) is { } ms && Number(2) is { } days ? MomentOf(ms & 0xFFFFFFFF, days) : null;
    }

    /// <summary>Milliseconds of the day and days since 1980; null when no day has so many.</summary>
    private static DateTime? MomentOf(long ms, long days) => (ms & 0xFFFFFFFF) <= 86_400_000 ? FirstDay.AddDays(days & 0xFFFF).AddMilliseconds(ms & 0xFFFFFFFF) : null;

    private static long FixedValue(string attribute, string said) =>
        double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e10 ? (long)Math.Round(value * (attribute is "A" or "B" ? 1e7 : 1)) : 0;

    /// <summary>Little-endian; four bytes are signed. Null at the end of the file.</summary>
    private long? Number(int size)
    {
        if (at + size > bytes.Length) return null;
        var of = bytes.AsSpan(at, size);
        at += size;
        return size switch { 1 => of[0], 2 => BinaryPrimitives.ReadUInt16LittleEndian(of), _ => BinaryPrimitives.ReadInt32LittleEndian(of) };
    }
}
