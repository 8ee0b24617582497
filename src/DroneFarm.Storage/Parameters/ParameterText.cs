using System.Globalization;
using System.Text;

namespace DroneFarm.Storage.Parameters;

/// <summary>
/// Parameters as text. Reads Mission Planner's .param (<c>NAME,VALUE</c>), ArduPilot's own .parm (<c>NAME VALUE</c>) and QGroundControl's .params (system,
/// component, name, value and type between tabs); <c>#</c> begins a comment. Writes Mission Planner's, which all three read.
/// </summary>
public static class ParameterText
{
    private const int LongestName = 16;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static ParameterTextRead Read(string path)
    {
        var values = new List<NamedValue>();
        foreach (var (number, line) in File.ReadAllLines(path).Index())
        {
            var text = line.Split('#')[0].Trim();
            if (text.Length == 0) continue;
            if (!TryRead(text, out var value)) return new([], new(number + 1, line.Trim()));
            values.RemoveAll(v => v.Name == value.Name); // the last word counts, as for the vehicle
            values.Add(value);
        }

        return new(values, null);
    }

    /// <param name="comments">What it is and where it came from, for people.</param>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, IEnumerable<NamedValue> values, IEnumerable<string> comments) => WholeFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        foreach (var comment in comments) text.WriteLine("# " + comment);
        foreach (var (name, value) in values) text.WriteLine($"{name},{Say(value)}");
    });

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Say(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static bool TryRead(string text, out NamedValue value)
    {
        var cells = text.Split([',', ' ', '\t', '='], StringSplitOptions.RemoveEmptyEntries);
        // QGroundControl's lines begin with two numbers.
        if (cells.Length >= 4 && cells[0].All(char.IsAsciiDigit) && cells[1].All(char.IsAsciiDigit)) cells = cells[2..];
        value = default;
        if (cells.Length < 2 || cells[0].Length > LongestName || !char.IsAsciiLetter(cells[0][0])) return false;
        if (!float.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !float.IsFinite(number)) return false;
        value = new(cells[0], number);
        return true;
    }
}
