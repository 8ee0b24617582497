using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DroneFarm.Reports.Ink;

/// <summary>Makes one drawing one text: Skia numbers its clips over all drawings of a process, and writes more digits than anyone sees.</summary>
internal static partial class StableSvg
{
    /// <summary>Our own face is not installed where the picture is opened; any with Chinese will do.</summary>
    private const string Faces = "DroneFarm Sans SC, Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif";

    public static byte[] Of(ReadOnlySpan<byte> svg)
    {
        var clips = new Dictionary<string, string>();
        var text = Clip().Replace(Encoding.UTF8.GetString(svg), m =>
        {
            if (!clips.TryGetValue(m.Value, out var name)) clips.Add(m.Value, name = $"clip{clips.Count + 1}");
            return name;
        });
        // In attributes alone: what the picture says stays as it is.
        return Encoding.UTF8.GetBytes(Attribute().Replace(text, attribute => LongNumber().Replace(attribute.Value, Rounded)).Replace("\"DroneFarm Sans SC\"", $"\"{Faces}\"", StringComparison.Ordinal));
    }

    private static string Rounded(Match number) => double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\bcl_[0-9a-f]+\b")]
    private static partial Regex Clip();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"-?\d+\.\d{3,}")]
    private static partial Regex LongNumber();
}
