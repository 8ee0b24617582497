namespace DroneFarm.Storage.Formats.PlanJson;

internal sealed record MissionJson(
    int Sortie,
    IReadOnlyList<MissionItemJson> Items,
    IReadOnlyList<MissionItemJson> Fence,
    IReadOnlyList<MissionItemJson> RallyPoints);
