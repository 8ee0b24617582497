using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats;

/// <summary>A file known to be one whole JSON value in UTF-8, with the name that messages call it by.</summary>
internal sealed record JsonInput(string Name, byte[] Bytes) : IPlaces
{
    /// <summary>Hand-written files may have a comma too many or a comment; nothing is lost by taking them.</summary>
    public static JsonReaderOptions Options { get; } = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Null, and one error among the findings, when the file cannot be read or is no JSON.</summary>
    public static JsonInput? Open(string path, List<Finding> findings)
    {
        return InputFile.Bytes(path, findings) is { } bytes ? From(bytes, Path.GetFileName(path), findings) : null;
    }

    public static JsonInput? From(Stream stream, string name, List<Finding> findings)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return From(memory.ToArray(), name, findings);
    }

    public JsonPlace PlaceOf(long offset) => JsonPlace.Of(Bytes, offset);

    /// <summary>The line of an offset, as an argument of a phrase.</summary>
    public string LineOf(long offset) => PlaceOf(offset).Line.ToString(CultureInfo.InvariantCulture);

    private static JsonInput? From(byte[] bytes, string name, List<Finding> findings)
    {
        // A power cut can leave zeros where the rest of the file should be.
        var text = WithoutByteOrderMark(bytes).AsSpan().TrimEnd((byte)0).ToArray();
        if (text.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            findings.Add(Finding.Error("file.empty", name));
            return null;
        }

        if (FaultOf(text, name) is not { } fault) return new JsonInput(name, text);
        findings.Add(fault);
        return null;
    }

    private static byte[] WithoutByteOrderMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
        [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, bytes[2..]),
        _ => bytes,
    };

    /// <summary>A first pass over the whole text: a reader that still waits for more at its end tells a cut file from a wrong one.</summary>
    private static Finding? FaultOf(byte[] text, string name)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(Options));
        var valueEnded = false;
        try
        {
            while (reader.Read())
            {
                valueEnded = reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
                if (!IsText(ref reader)) return At("file.not-utf8", text, reader.TokenStartIndex, name);
            }
        }
        catch (JsonException e)
        {
            var offset = OffsetOf(text, e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            return offset == 0
                ? Finding.Error("file.not-json", name)
                : At("file.bad-json", text, offset, name, FirstSentence(e.Message));
        }

        // A file that is cut inside a bare word or number at its very start has no value yet either.
        return valueEnded ? null : At("file.truncated", text, text.AsSpan().TrimEnd(" \t\r\n"u8).Length, name);
    }

    /// <summary>False for bytes of another encoding (GBK, for example) and for half a surrogate pair.</summary>
    private static bool IsText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) return true;
        if (!reader.ValueIsEscaped) return Utf8.IsValid(reader.ValueSpan);
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Finding At(string code, byte[] text, long offset, string name, params string[] more)
    {
        var place = JsonPlace.Of(text, offset);
        return Finding.Error(code, [name, place.Line.ToString(CultureInfo.InvariantCulture), place.Column.ToString(CultureInfo.InvariantCulture), .. more]);
    }

    private static long OffsetOf(ReadOnlySpan<byte> text, long line, long byteInLine)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var next = text[start..].IndexOf((byte)'\n');
            if (next < 0) break;
            start += next + 1;
        }

        return start + byteInLine;
    }

    /// <summary>The parser appends its own count of lines from 0, which would only confuse beside ours.</summary>
    private static string FirstSentence(string message) => message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? message[..end].TrimEnd('.') : message;
}
