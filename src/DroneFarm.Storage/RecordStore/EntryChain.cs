using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DroneFarm.Storage.RecordStore;

/// <summary>How entries hang together: each holds the hash of the one before it.</summary>
internal static class EntryChain
{
    public static readonly string Beginning = new('0', SHA256.HashSizeInBytes * 2);

    public static StoredEntry Next(string station, long sequence, string previous, DateTimeOffset writtenAt, string body)
    {
        // Stores keep milliseconds.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(writtenAt.ToUnixTimeMilliseconds());
        return new StoredEntry(station, sequence, at, previous, HashOf(station, sequence, previous, at, body), body);
    }

    public static bool IsTrue(StoredEntry entry) => entry.Hash == HashOf(entry.Station, entry.Sequence, entry.Previous, entry.WrittenAt, entry.Body);

    private static string HashOf(string station, long sequence, string previous, DateTimeOffset at, string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{previous}\n{station}\n{sequence}\n{at.ToUnixTimeMilliseconds()}\n{body}"))));
}
