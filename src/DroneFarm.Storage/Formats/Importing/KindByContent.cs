using System.Globalization;
using System.Text;

namespace DroneFarm.Storage.Formats.Importing;

/// <summary>Tells what a file is from what stands in it. Its name decides only where the content is that of any text.</summary>
internal static class KindByContent
{
    private static readonly string[] JsonEndings = [".geojson", ".json"];

    public static bool IsZip(ImportFile file) => file.Bytes is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..];

    public static FileKind Of(ImportFile file)
    {
        var bytes = file.Bytes;
        if (file.Ends(".shx", ".dbf", ".prj", ".cpg")) return FileKind.Companion;
        if (bytes is [0, 0, 0x27, 0x0A, ..]) return FileKind.Shapefile;
        if (bytes.AsSpan().StartsWith("SQLite format 3\0"u8)) return OfDatabase(bytes);
        if (JsonEndings.Any(e => file.Ends(e)) || bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0) return OfJson(bytes);
        var head = FileText.Decode(bytes[..Math.Min(bytes.Length, 4096)], null).Text.TrimStart();
        if (head.StartsWith('<')) return OfXml(bytes);
        if (head.StartsWith('{') || head.StartsWith('[')) return OfJson(bytes);
        if (head.StartsWith("QGC WPL", StringComparison.Ordinal)) return FileKind.Waypoints;
        return IsPoly(head) ? FileKind.Poly : FileKind.Unknown;
    }

    /// <summary>What an unknown file may be, as the end of a key of the phrasebook: to tell a person what to do with it.</summary>
    public static string GuessOf(ImportFile file)
    {
        if (file.Bytes.AsSpan().StartsWith("PAR1"u8)) return "parquet";
        if (file.Ends(".gdbtable", ".gdbtablx", ".gdbindexes", ".atx", ".spx") || file.Folder.Contains(".gdb", StringComparison.OrdinalIgnoreCase)) return "gdb";
        if (file.Bytes is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..]) return "7z";
        return XmlInput.RootOf(file.Bytes) is not null && file.Bytes.Contains((byte)'<') && LooksLikeXml(file.Bytes) ? "xml" : "any";
    }

    private static bool LooksLikeXml(byte[] bytes) => FileText.Decode(bytes[..Math.Min(bytes.Length, 512)], null).Text.TrimStart().StartsWith('<');

    /// <summary>The application id of the header (SQLite file format, offset 68) is often missing in map tiles, so the name of a table decides, which stands in the first pages as text.</summary>
    private static FileKind OfDatabase(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("gpkg_contents"u8) >= 0) return FileKind.GeoPackage;
        return bytes.AsSpan().IndexOf("zoom_level"u8) >= 0 ? FileKind.MbTiles : FileKind.Unknown;
    }

    private static FileKind OfXml(byte[] bytes) => XmlInput.RootOf(bytes) switch
    {
        "kml" or "Document" or "Folder" or "Placemark" => FileKind.Kml,
        "ISO11783_TaskData" => FileKind.Isoxml,
        "XFC" or "ISO11783LinkList" or "TIM" => FileKind.Companion,
        _ => FileKind.Unknown,
    };

    private static FileKind OfJson(byte[] bytes) =>
        bytes.AsSpan().IndexOf("\"fileType\""u8) >= 0 && bytes.AsSpan().IndexOf("\"Plan\""u8) >= 0 ? FileKind.QgcPlan : FileKind.GeoJson;

    private static bool IsPoly(string head)
    {
        var lines = head.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').ToList();
        if (head.Length >= 4096 && lines.Count > 1) lines.RemoveAt(lines.Count - 1);
        return lines.Count > 0 && lines.All(l => l.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries) is [var a, var b] && IsNumber(a) && IsNumber(b));
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
