using System.Security.Cryptography;
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

    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    /// <returns>The plan's fingerprint.</returns>
    public static string Write(string path, Plan plan)
    {
        var document = PlanToJson.Map(plan);
        var fingerprint = FingerprintOf(document);
        WholeFile.Write(path, stream =>
        {
            JsonSerializer.Serialize(stream, document with { Fingerprint = fingerprint }, Json.PlanDocument);
            stream.WriteByte((byte)'\n');
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
            var fingerprint = FingerprintOf(document with { Fingerprint = null });
            if (fingerprint != document.Fingerprint) findings.Add(Finding.Warning("file.plan.changed", input.Name));
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
    public static string Fingerprint(Plan plan) => FingerprintOf(PlanToJson.Map(plan));

    private static string FingerprintOf(PlanDocument document) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(document, Json.PlanDocument)));

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
