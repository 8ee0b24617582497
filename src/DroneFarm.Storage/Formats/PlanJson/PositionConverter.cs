using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>Longitude and latitude on one line, as a person would write them.</summary>
internal sealed class PositionConverter : JsonConverter<double[]>
{
    public override double[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, double[] value, JsonSerializerOptions options)
    {
        var text = new StringBuilder();
        Append(text, value);
        writer.WriteRawValue(text.ToString(), skipInputValidation: true);
    }

    internal static void Append(StringBuilder text, double[] position) =>
        text.Append(CultureInfo.InvariantCulture, $"[{position[0]}, {position[1]}]");

    internal static double[] Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var position = new double[2];
        for (var i = 0; i < 2; i++)
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.Number) throw new JsonException();
            position[i] = reader.GetDouble();
        }

        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray || !LonLat.Point(position).IsValid) throw new JsonException();
        return position;
    }
}
