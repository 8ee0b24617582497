namespace DroneFarm.Storage.Formats.PlanJson;

internal sealed record SortieJson(
    int Number,
    RefillJson From,
    RefillJson To,
    double Litres,
    double DurationS,
    double EnergyWh,
    IReadOnlyList<LegJson> Legs);
