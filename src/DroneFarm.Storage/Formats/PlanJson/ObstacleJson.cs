using DroneFarm.Core.Fields;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <param name="SprayOver">Left out when its ground may not be sprayed.</param>
internal sealed record ObstacleJson(
    string Id, ObstacleKind Kind, double HeightM, double ClearanceM, GeometryJson Shape, double? VerticalClearanceM = null, bool? SprayOver = null);
