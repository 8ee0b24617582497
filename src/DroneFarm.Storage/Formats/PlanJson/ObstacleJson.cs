using DroneFarm.Core.Fields;

namespace DroneFarm.Storage.Formats.PlanJson;

internal sealed record ObstacleJson(string Id, ObstacleKind Kind, double HeightM, double ClearanceM, GeometryJson Shape);
