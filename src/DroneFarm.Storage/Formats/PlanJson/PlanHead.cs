using System.Text.Json.Serialization;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>What every version of the plan file says first: enough to refuse a foreign file or a newer version with a clear sentence.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record PlanHead(string? Format = null, int? Version = null);
