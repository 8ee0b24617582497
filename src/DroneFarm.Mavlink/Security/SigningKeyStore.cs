using System.Text.Json;

namespace DroneFarm.Mavlink.Security;

/// <summary>
/// The keys of the vehicles and the last timestamp, as one JSON document. Whoever opens the stream sees to it that only the operator can read it.
/// </summary>
public sealed class SigningKeyStore
{
    private readonly SortedDictionary<byte, SigningKey> keys = [];

    /// <summary>What <see cref="SigningClock"/> begins with at the next start.</summary>
    public ulong LastTimestamp { get; set; }

    public IReadOnlyCollection<byte> Systems => keys.Keys;

    /// <returns>null when no key is set for that system.</returns>
    public SigningKey? Find(byte systemId) => keys.GetValueOrDefault(systemId);

    public void Set(byte systemId, SigningKey key) => keys[systemId] = key;

    public bool Forget(byte systemId) => keys.Remove(systemId);

    public void Save(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("lastTimestamp", LastTimestamp);
        json.WriteStartObject("keys");
        foreach (var (system, key) in keys) json.WriteBase64String(system.ToString(), key.Secret);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <exception cref="FormatException">The document is not a key store; the text says where.</exception>
    public static SigningKeyStore Load(Stream stream)
    {
        try
        {
            using var json = JsonDocument.Parse(stream);
            var store = new SigningKeyStore { LastTimestamp = json.RootElement.GetProperty("lastTimestamp").GetUInt64() };
            foreach (var entry in json.RootElement.GetProperty("keys").EnumerateObject())
                store.Set(byte.Parse(entry.Name), new SigningKey(entry.Value.GetBytesFromBase64()));
            return store;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException or FormatException)
        {
            throw new FormatException($"not a store of signing keys: {e.Message}", e);
        }
    }
}
