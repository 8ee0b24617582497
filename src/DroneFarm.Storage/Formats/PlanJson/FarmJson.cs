namespace DroneFarm.Storage.Formats.PlanJson;

/// <param name="Origin">Of the local frame in which everything was planned.</param>
internal sealed record FarmJson(
    string Name,
    bool MadeUp,
    double[] Origin,
    IReadOnlyList<FieldJson> Fields,
    IReadOnlyList<ZoneJson> Zones,
    IReadOnlyList<ObstacleJson> Obstacles,
    IReadOnlyList<RefillJson> RefillPoints);
