namespace DroneFarm.Storage.Formats.PlanJson;

internal sealed record FieldJson(string Id, string Name, string Crop, double[][][] Boundary);
