namespace DroneFarm.Storage.Formats.PlanJson;

internal sealed record RefillJson(string Id, string Name, double[] Place);
