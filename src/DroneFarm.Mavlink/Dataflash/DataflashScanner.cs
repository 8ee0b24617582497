namespace DroneFarm.Mavlink.Dataflash;

/// <summary>
/// Finds the records of an on-board log (.BIN). A record is A3 95, a type byte and a body; records of type 128, FMT, tell length, name and
/// columns of the others, so the log describes itself.
/// </summary>
/// <remarks>
/// Source: ArduPilot, "Downloading and Analyzing Data Logs" and AP_Logger's record header. Letters of columns: B byte, H ushort, I uint, f float,
/// n N Z text of 4, 16, 64, and so on.
/// </remarks>
public ref struct DataflashScanner(ReadOnlySpan<byte> log)
{
    private const byte Magic1 = 0xA3, Magic2 = 0x95, TypeOfFormats = 128;
    private const int HeaderLength = 3, LengthOfFormats = 89;
    private const int NameAt = 2, LettersAt = 6, ColumnsAt = 22;

    private readonly ReadOnlySpan<byte> log = log;
    private readonly DataflashFormat?[] formats = InitialFormats();
    private int position;

    /// <summary>Bytes that belong to no record.</summary>
    public int JunkBytes { get; private set; }

    /// <summary>The log ends in the middle of a record.</summary>
    public bool IsCutOff { get; private set; }

    public bool TryNext(out DataflashRecord record)
    {
        for (; position + HeaderLength <= log.Length; position++, JunkBytes++)
        {
            var here = log[position..];
            if (here[0] != Magic1 || here[1] != Magic2 || formats[here[2]] is not { } format) continue;
            if (here.Length < format.Length)
            {
                IsCutOff = true;
                break;
            }

            record = new DataflashRecord(format, here[HeaderLength..format.Length]);
            if (format.Type == TypeOfFormats) Learn(record.Body);
            position += format.Length;
            return true;
        }

        record = default;
        return false;
    }

    private static DataflashFormat?[] InitialFormats()
    {
        var formats = new DataflashFormat?[256];
        formats[TypeOfFormats] = new DataflashFormat(TypeOfFormats, LengthOfFormats, "FMT", "BBnNZ", ["Type", "Length", "Name", "Format", "Columns"]);
        return formats;
    }

    /// <summary>A format too short for its own header would stop the scan, one for formats themselves would change the rules: both are passed over.</summary>
    private readonly void Learn(ReadOnlySpan<byte> body)
    {
        if (body[1] <= HeaderLength || body[0] == TypeOfFormats) return;
        var columns = WireText.Read(body[ColumnsAt..]).Split(',', StringSplitOptions.RemoveEmptyEntries);
        formats[body[0]] = new DataflashFormat(body[0], body[1], WireText.Read(body[NameAt..LettersAt]), WireText.Read(body[LettersAt..ColumnsAt]), columns);
    }
}
