using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DroneFarm.Storage.Journal;

/// <summary>
/// Ties each record to all before it: a line is <c>{…,"hash":"H"}</c> with H = SHA-256 of the previous record's hash (32 bytes; zeros for the first)
/// followed by the line's text before <c>,"hash"</c>. Whoever alters, drops or inserts a record breaks the chain from there on.
/// </summary>
internal sealed class HashChain
{
    private const int HexLength = SHA256.HashSizeInBytes * 2;
    private static readonly byte[] BeforeHash = ",\"hash\":\""u8.ToArray();
    private static readonly byte[] AfterHash = "\"}"u8.ToArray();

    /// <summary>Chinese stays readable: a journal is no part of a web page, for which it would have to be escaped.</summary>
    private static readonly JournalJsonContext Json = new(new JsonSerializerOptions(JournalJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly byte[] last = new byte[SHA256.HashSizeInBytes];

    /// <summary>Number of the next record.</summary>
    public long Next { get; private set; }

    /// <summary>Hash of the last record, in hex; zeros before the first.</summary>
    public string Last => Convert.ToHexStringLower(last);

    /// <summary>The whole line of a record, with its line feed.</summary>
    public byte[] Seal(Func<long, JournalLine> record)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record(Next), Json.JournalLine);
        var body = json.AsSpan(0, json.Length - 1);
        Step(body);
        return [.. body, .. BeforeHash, .. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(last)), .. AfterHash, (byte)'\n'];
    }

    /// <summary>The record in a line (without its line feed) that follows the chain; null, and no step taken, when it does not.</summary>
    public JournalLine? Open(ReadOnlySpan<byte> line)
    {
        var bodyLength = line.Length - BeforeHash.Length - HexLength - AfterHash.Length;
        if (bodyLength < 1 || !line[bodyLength..].StartsWith(BeforeHash) || !line.EndsWith(AfterHash)) return null;
        var body = line[..bodyLength];
        var hash = line.Slice(bodyLength + BeforeHash.Length, HexLength);
        if (!hash.SequenceEqual(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HashAfter(body)))) || Parse(body) is not { } record || record.N != Next) return null;
        Step(body);
        return record;
    }

    private static JournalLine? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize([.. body, (byte)'}'], Json.JournalLine);
        }
        catch (JsonException)
        {
            // The chain fits, so this program's record it is not: a newer one's, or a forged one. Either way the good part ends here.
            return null;
        }
    }

    private void Step(ReadOnlySpan<byte> body)
    {
        HashAfter(body).CopyTo(last, 0);
        Next++;
    }

    private byte[] HashAfter(ReadOnlySpan<byte> body) => SHA256.HashData([.. last, .. body]);
}
