namespace DroneFarm.Storage.Formats.PlanJson;

/// <param name="Road">Of a tender that drives; absent for a point that stands.</param>
internal sealed record RefillJson(string Id, string Name, double[] Place, double[][]? Road = null, double? DriveMps = null);
