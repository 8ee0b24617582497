using System.Text;
using System.Text.Unicode;

namespace DroneFarm.Mavlink;

/// <summary>Text in fixed fields: ends at the first NUL or at the field's end.</summary>
internal static class WireText
{
    /// <summary>UTF-8 where it is valid, else Latin-1, which reads any byte.</summary>
    public static string Read(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        var text = end < 0 ? field : field[..end];
        return (Utf8.IsValid(text) ? Encoding.UTF8 : Encoding.Latin1).GetString(text);
    }

    public static void Write(Span<byte> field, string text) => Utf8.FromUtf16(text, field, out _, out _);
}
