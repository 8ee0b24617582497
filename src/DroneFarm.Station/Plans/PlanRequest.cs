using System.Text.Json;

namespace DroneFarm.Station.Plans;

/// <summary>What a page wants planned: farm, sprayer and job as their files would say them (missions/README.md), and the planner's choices.</summary>
/// <param name="Prescription">The file itself that the job would name.</param>
public sealed record PlanRequest(JsonElement Farm, JsonElement Sprayer, JsonElement Job, PlanWishes? Choices = null, JsonElement? Prescription = null);
