using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DroneFarm.Reports.Ink;

/// <summary>Makes one drawing one text: Skia numbers its clips over all drawings of a process, and writes more digits than anyone sees.</summary>
internal static partial class StableSvg
{
    public static byte[] Of(ReadOnlySpan<byte> svg)
    {
        var clips = new Dictionary<string, string>();
        var text = Clip().Replace(Encoding.UTF8.GetString(svg), m =>
        {
            if (!clips.TryGetValue(m.Value, out var name)) clips.Add(m.Value, name = $"clip{clips.Count + 1}");
            return name;
        });
        return Encoding.UTF8.GetBytes(LongNumber().Replace(text, m => double.Parse(m.Value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex(@"\bcl_[0-9a-f]+\b")]
    private static partial Regex Clip();

    [GeneratedRegex(@"-?\d+\.\d{3,}")]
    private static partial Regex LongNumber();
}
