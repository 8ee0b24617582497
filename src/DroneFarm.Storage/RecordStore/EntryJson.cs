using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Records;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Storage.RecordStore;

/// <summary>An application as one line of JSON, machine-readable for whoever reads the store without this program.</summary>
public static class EntryJson
{
    private static readonly EntryJsonContext Json = new(new JsonSerializerOptions(EntryJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PositionConverter() },
    });

    public static string Write(FieldApplication application) => JsonSerializer.Serialize(application, Json.FieldApplication);

    /// <exception cref="JsonException">It is no application of ours.</exception>
    public static FieldApplication Read(string body) => JsonSerializer.Deserialize(body, Json.FieldApplication) ?? throw new JsonException("null is no application");

    private sealed class PositionConverter : JsonConverter<GeoPoint>
    {
        public override GeoPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LonLat.Point(Formats.PlanJson.PositionConverter.Read(ref reader));

        public override void Write(Utf8JsonWriter writer, GeoPoint value, JsonSerializerOptions options)
        {
            var position = LonLat.Position(value);
            writer.WriteStartArray();
            writer.WriteNumberValue(position[0]);
            writer.WriteNumberValue(position[1]);
            writer.WriteEndArray();
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FieldApplication))]
internal sealed partial class EntryJsonContext : JsonSerializerContext;
