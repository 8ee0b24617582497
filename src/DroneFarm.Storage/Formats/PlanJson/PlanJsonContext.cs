using System.Text.Json.Serialization;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>Generated serializers of the plan file: strict, so that a misspelt property by hand is an error and not a lost one.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    IndentSize = 1,
    NewLine = "\n",
    Converters = [typeof(PositionConverter), typeof(PositionsConverter)])]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(PlanHead))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
