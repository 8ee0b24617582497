namespace DroneFarm.Storage.Formats.PlanJson;

/// <param name="Road">Of a tender that drives; absent for a point that stands.</param>
/// <param name="Tender">Id of the road that a stop lies on, <paramref name="AlongM"/> from its beginning; absent for other points.</param>
internal sealed record RefillJson(string Id, string Name, double[] Place, double[][]? Road = null, double? DriveMps = null, string? Tender = null, double? AlongM = null);
