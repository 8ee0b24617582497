using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats.PlanJson;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// The plan as a file, plan.json: every stage, complete. What is read back lies within 0.1 mm of what was written,
/// missions to the last digit, and a second round trip changes nothing.
/// </summary>
public static class PlanFile
{
    /// <summary>Chinese stays readable: the file is no part of a web page, for which it would have to be escaped.</summary>
    private static readonly PlanJsonContext Json = new(new JsonSerializerOptions(PlanJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly byte[] ContentEnd = "\n}"u8.ToArray();

    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    /// <returns>The plan's fingerprint.</returns>
    public static string Write(string path, Plan plan)
    {
        var content = ContentOf(PlanToJson.Map(plan));
        var fingerprint = FingerprintOf(content);
        WholeFile.Write(path, stream =>
        {
            stream.Write(content.AsSpan(0, content.Length - ContentEnd.Length));
            stream.Write(SealOf(fingerprint));
        });
        return fingerprint;
    }

    public static PlanRead Read(string path)
    {
        var findings = new List<Finding>();
        if (JsonInput.Open(path, findings) is not { } input || !IsOurs(input, findings)) return new PlanRead(null, "", findings);
        try
        {
            var document = JsonSerializer.Deserialize(input.Bytes, Json.PlanDocument)!;
            var plan = PlanFromJson.Map(document);
            var fingerprint = FingerprintIn(input.Bytes, document);
            if (fingerprint != document.Fingerprint) findings.Add(Finding.Error("file.plan.changed", input.Name));
            return new PlanRead(plan, fingerprint, findings);
        }
        catch (JsonException e)
        {
            var line = ((e.LineNumber ?? 0) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            findings.Add(Finding.Error("file.plan.bad-place", input.Name, line, e.Path ?? "$"));
        }
        catch (FormatException e)
        {
            findings.Add(Finding.Error("file.plan.inconsistent", input.Name, e.Message));
        }

        return new PlanRead(null, "", findings);
    }

    /// <summary>SHA-256 over the plan's content as its file says it, lower-case hexadecimal: the same before writing and after reading.</summary>
    public static string Fingerprint(Plan plan) => FingerprintOf(ContentOf(PlanToJson.Map(plan)));

    /// <summary>The document without its fingerprint, byte by byte what the fingerprint is of.</summary>
    private static byte[] ContentOf(PlanDocument document) => JsonSerializer.SerializeToUtf8Bytes(document with { Fingerprint = null }, Json.PlanDocument);

    private static string FingerprintOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>What stands in the file in place of the content's end.</summary>
    private static byte[] SealOf(string? fingerprint) => Encoding.UTF8.GetBytes($",\n \"fingerprint\": \"{fingerprint}\"\n}}\n");

    /// <summary>The fingerprint of what a file says. An untouched file has its content's very bytes; another layout of the same content is written anew first.</summary>
    private static string FingerprintIn(byte[] file, PlanDocument document)
    {
        var seal = SealOf(document.Fingerprint);
        if (file.AsSpan().EndsWith(seal))
        {
            var untouched = FingerprintOf([.. file.AsSpan(0, file.Length - seal.Length), .. ContentEnd]);
            if (untouched == document.Fingerprint) return untouched;
        }

        return FingerprintOf(ContentOf(document));
    }

    private static bool IsOurs(JsonInput input, List<Finding> findings)
    {
        PlanHead? head = null;
        try
        {
            head = JsonSerializer.Deserialize(input.Bytes, Json.PlanHead);
        }
        catch (JsonException)
        {
            // Not an object, or a format that is no text: not a plan of ours, and said so below.
        }

        if (head?.Format != PlanDocument.FormatName)
        {
            findings.Add(Finding.Error("file.plan.not-ours", input.Name));
            return false;
        }

        if (head.Version == PlanDocument.CurrentVersion) return true;
        findings.Add(Finding.Error("file.plan.version", input.Name, head.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"));
        return false;
    }
}
