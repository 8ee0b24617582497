using System.Text.Json.Nodes;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Plans;

/// <summary>What a plan keeps free of spray around zones, as features to draw: only for screens, the plan's files have the sprayable ground instead.</summary>
internal static class BufferFeatures
{
    public const string Layer = "buffer";

    public static JsonArray Of(Plan plan) => new(
    [
        .. ZoneBuffers.Of(plan.Farm, plan.Job).Where(b => !b.Kept.IsEmpty).Select(b => (JsonNode)new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject { ["layer"] = Layer, ["zone"] = b.Zone.Id, ["kind"] = FarmDocument.Word(b.Zone.Kind.ToString()) },
            ["geometry"] = FarmDocument.ShapeOf(b.Kept, plan.Farm.Frame),
        }),
    ]);
}
