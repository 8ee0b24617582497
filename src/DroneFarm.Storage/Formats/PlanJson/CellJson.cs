namespace DroneFarm.Storage.Formats.PlanJson;

internal sealed record CellJson(int Number, double DirectionDeg, double[][][] Shape);
