using System.Text;

namespace DroneFarm.Storage.Formats;

/// <summary>A place in a text file as editors count it: both from 1, columns in characters.</summary>
internal readonly record struct JsonPlace(int Line, int Column)
{
    public static JsonPlace Of(ReadOnlySpan<byte> text, long offset)
    {
        var before = text[..(int)Math.Clamp(offset, 0, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new JsonPlace(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
