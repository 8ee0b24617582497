using System.Globalization;
using System.Text.Json;
using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// Reads a GeoJSON file feature by feature, so that each message can name the line, and so that a big file is never held as one tree.
/// Source: RFC 7946; the "crs" member is of the 2008 format that it replaced and that many programs still write.
/// </summary>
internal sealed class GeoJsonReader(JsonInput input, List<Finding> findings)
{
    private static readonly string[] GeometryTypes = ["Polygon", "MultiPolygon", "GeometryCollection", "Point", "MultiPoint", "LineString", "MultiLineString"];

    private readonly GeoJsonShape shapes = new();
    private readonly List<GeoFeature> features = [];
    private string name = Path.GetFileNameWithoutExtension(input.Name);
    private bool madeUp;
    private bool hasFeatures;
    private Said? crs, datum;
    private string? type;

    /// <summary>Null, and an error among the findings, when the file is no GeoJSON.</summary>
    public GeoFile? Read()
    {
        var reader = new Utf8JsonReader(input.Bytes, JsonInput.Options);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) ReadMember(ref reader);
        }

        if (!hasFeatures && !ReadSingle())
        {
            findings.Add(Finding.Error("file.not-geojson", input.Name));
            return null;
        }

        if (shapes.HeightsDropped > 0) findings.Add(Finding.Note("file.heights-dropped", input.Name, shapes.HeightsDropped.ToString(CultureInfo.InvariantCulture)));
        return new GeoFile(input, name, madeUp, features, crs, datum);
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        var word = reader.GetString();
        reader.Read();
        switch (word)
        {
            case "features" when reader.TokenType == JsonTokenType.StartArray:
                hasFeatures = true;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) ReadFeature(ref reader);
                break;
            case "name" or "type" when reader.TokenType == JsonTokenType.String:
                var text = reader.GetString()!;
                if (word == "type") type = text;
                else if (!string.IsNullOrWhiteSpace(text)) name = text;
                break;
            case "made_up" or "synthetic":
                madeUp |= reader.TokenType == JsonTokenType.True;
                reader.Skip();
                break;
            case "crs":
                var offset = reader.TokenStartIndex;
                using (var member = JsonDocument.ParseValue(ref reader)) crs = CrsOf(member.RootElement, offset);
                break;
            case "datum" when reader.TokenType != JsonTokenType.Null:
                datum = new Said(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "?", reader.TokenStartIndex);
                reader.Skip();
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private void ReadFeature(ref Utf8JsonReader reader)
    {
        var offset = reader.TokenStartIndex;
        using var document = JsonDocument.ParseValue(ref reader);
        Add(document.RootElement, offset);
    }

    /// <summary>A file may also be one feature or one bare geometry.</summary>
    private bool ReadSingle()
    {
        if (type != "Feature" && !GeometryTypes.Contains(type)) return false;
        using var document = JsonDocument.Parse(input.Bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        Add(document.RootElement, 0);
        return true;
    }

    private void Add(JsonElement feature, long offset)
    {
        var index = features.Count;
        var bare = feature.ValueKind == JsonValueKind.Object && !feature.TryGetProperty("geometry", out _) && feature.TryGetProperty("coordinates", out _);
        var properties = SimpleProperties(feature);
        var shape = GeoShape.None;
        try
        {
            if (feature.ValueKind != JsonValueKind.Object) throw new FormatException("file.geometry.nesting");
            if (bare || feature.TryGetProperty("geometries", out _)) shape = shapes.Read(feature);
            else if (feature.TryGetProperty("geometry", out var geometry)) shape = shapes.Read(geometry);
        }
        catch (FormatException e)
        {
            var number = index.ToString(CultureInfo.InvariantCulture);
            findings.Add(Finding.Error(e.Message, input.Name, input.LineOf(offset), number) with { FieldId = number });
        }

        features.Add(new GeoFeature(index, input, offset, IdOf(feature), properties, shape));
    }

    private static string? IdOf(JsonElement feature) =>
        feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("id", out var id) ? TextOf(id) : null;

    private static Dictionary<string, string> SimpleProperties(JsonElement feature)
    {
        var simple = new Dictionary<string, string>();
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("properties", out var properties)) return simple;
        if (properties.ValueKind != JsonValueKind.Object) return simple;
        foreach (var property in properties.EnumerateObject())
        {
            if (TextOf(property.Value) is { } text) simple[property.Name.ToLowerInvariant()] = text;
        }

        return simple;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>Null for "no system", which the format of 2008 writes as null.</summary>
    private static Said? CrsOf(JsonElement crs, long offset)
    {
        if (crs.ValueKind == JsonValueKind.Null) return null;
        if (crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            if (properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String) return new Said(name.GetString()!, offset);
            if (properties.TryGetProperty("code", out var code) && TextOf(code) is { } text) return new Said($"EPSG:{text}", offset);
        }

        return new Said(crs.GetRawText(), offset);
    }
}
