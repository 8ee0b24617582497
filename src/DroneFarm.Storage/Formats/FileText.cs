using System.Text;

namespace DroneFarm.Storage.Formats;

/// <summary>Text of files whose encoding is said wrongly, or not at all: UTF-8, or GBK as Chinese programs write it.</summary>
internal static class FileText
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = Named("GB18030")!;

    /// <summary>An encoding by any of its usual names or code page numbers; null for one that is not known.</summary>
    public static Encoding? Named(string name)
    {
        var plain = name.Trim().Trim('"').Replace("ANSI ", "", StringComparison.OrdinalIgnoreCase).Replace("CP", "", StringComparison.OrdinalIgnoreCase);
        if (plain.StartsWith("8859", StringComparison.Ordinal)) plain = $"iso-8859-{plain[4..].TrimStart('-', '_')}";
        try
        {
            if (int.TryParse(plain, out var page)) return page == 65001 ? StrictUtf8 : Strict(page);
            if (plain.Equals("GBK", StringComparison.OrdinalIgnoreCase)) return Strict(54936);
            if (plain.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) || plain.Equals("UTF8", StringComparison.OrdinalIgnoreCase)) return StrictUtf8;
            return CodePagesEncodingProvider.Instance.GetEncoding(plain, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(plain, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The text, and whether its encoding had to be guessed because <paramref name="said"/> is null or does not fit.</summary>
    public static (string Text, Encoding Encoding, bool Guessed) Decode(byte[] bytes, Encoding? said)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return (Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3), StrictUtf8, false);
        if (bytes is [0xFF, 0xFE, ..]) return (Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2), Encoding.Unicode, false);
        if (bytes is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2), Encoding.BigEndianUnicode, false);
        if (said is not null && Try(bytes, said) is { } asSaid) return (asSaid, said, false);
        foreach (var encoding in (ReadOnlySpan<Encoding>)[StrictUtf8, Gb18030])
        {
            if (Try(bytes, encoding) is { } text) return (text, encoding, !Ascii.IsValid(bytes));
        }

        return (Encoding.Latin1.GetString(bytes), Encoding.Latin1, true);
    }

    private static string? Try(byte[] bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Strict(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
