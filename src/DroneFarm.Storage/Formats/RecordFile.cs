using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DroneFarm.Core.Records;

namespace DroneFarm.Storage.Formats;

/// <summary>The spray record as data, record.json: snake_case names that carry their unit, moments in UTC.</summary>
public static class RecordFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>What <see cref="Write"/> writes: the same record gives the same bytes.</summary>
    public static byte[] Bytes(SprayRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, SprayRecord record) => WholeFile.Write(path, stream => stream.Write(Bytes(record)));
}
