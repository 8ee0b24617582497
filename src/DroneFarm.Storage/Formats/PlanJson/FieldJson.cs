namespace DroneFarm.Storage.Formats.PlanJson;

/// <param name="Source">Feature and part in the file it was read from.</param>
internal sealed record FieldJson(string Id, string Name, string Crop, double[][][] Boundary, string? Source = null, double? RowDirectionDeg = null);
