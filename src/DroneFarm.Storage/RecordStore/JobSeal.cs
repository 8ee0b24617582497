using System.Security.Cryptography;
using System.Text.Json;
using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.RecordStore;

/// <summary>
/// What a job's files were when its record was made: the hash of each, and the last hash of the journal they were made from. Kept beside them as seal.json; who
/// changes a file and the seal together is found out by making the record again from plan and journal, and by the record store.
/// </summary>
public sealed record JobSeal(string Format, int Version, string JournalHash, IReadOnlyDictionary<string, string> Files)
{
    private const string FormatName = "dronefarm-seal";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <param name="path">Of the seal.</param>
    /// <param name="files">Beside it; each must be there.</param>
    public static void Write(string path, string journalHash, IEnumerable<string> files)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var seal = new JobSeal(FormatName, 1, journalHash, files.ToDictionary(f => f, f => HashOf(File.ReadAllBytes(Path.Combine(folder, f)))));
        WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, seal, Json));
    }

    /// <summary>What is not as it was sealed; nothing when all is.</summary>
    public static IReadOnlyList<Finding> Check(string path, string journalHash)
    {
        var findings = new List<Finding>();
        if (InputFile.Bytes(path, findings) is not { } bytes) return findings;
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        JobSeal? seal;
        try
        {
            seal = JsonSerializer.Deserialize<JobSeal>(bytes, Json);
        }
        catch (JsonException e)
        {
            return [Finding.Error("file.record.unreadable", name, e.Message)];
        }

        if (seal is not { Format: FormatName, Files: not null }) return [Finding.Error("file.record.unreadable", name, "format")];
        if (seal.JournalHash != journalHash) findings.Add(Finding.Error("seal.other-journal"));
        foreach (var (file, hash) in seal.Files)
        {
            if (InputFile.Bytes(Path.Combine(folder, file), findings) is { } content && HashOf(content) != hash) findings.Add(Finding.Error("seal.altered", file));
        }

        return findings;
    }

    /// <summary>
    /// Whether a store holds this very record. A job that was flown on two days has two records of one id there: one of them must be this one, and the note says
    /// which entries that are. A corrected entry keeps the fingerprint of the record that it came from.
    /// </summary>
    /// <param name="fingerprint">Of record.json.</param>
    public static Finding InStore(IRecordStore store, string farmName, string jobId, string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(store);
        var kept = store.Find(new RecordQuery(Farm: farmName)).Where(f => f.Application.JobId == jobId).ToList();
        if (kept.Count == 0) return Finding.Warning("seal.not-stored", store.Name);
        var same = kept.Where(f => f.Application.RecordFingerprint == fingerprint).Select(f => f.Hash[..12]).ToList();
        return same.Count > 0 ? Finding.Note("seal.stored", store.Name, string.Join(", ", same)) : Finding.Error("seal.stored-otherwise", store.Name);
    }
}
