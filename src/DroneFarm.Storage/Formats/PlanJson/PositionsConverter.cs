using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>A line or a ring on one line of the file.</summary>
internal sealed class PositionsConverter : JsonConverter<double[][]>
{
    public override double[][] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var positions = new List<double[]>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) positions.Add(PositionConverter.Read(ref reader));
        return [.. positions];
    }

    public override void Write(Utf8JsonWriter writer, double[][] value, JsonSerializerOptions options)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < value.Length; i++)
        {
            if (i > 0) text.Append(", ");
            PositionConverter.Append(text, value[i]);
        }

        writer.WriteRawValue(text.Append(']').ToString(), skipInputValidation: true);
    }
}
