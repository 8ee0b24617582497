namespace DroneFarm.Storage.Formats.PlanJson;

/// <param name="StartS">Take-off, counted from the job's first.</param>
internal sealed record SortieJson(
    int Number,
    RefillJson From,
    RefillJson To,
    double Litres,
    double DurationS,
    double EnergyWh,
    IReadOnlyList<LegJson> Legs,
    int Vehicle = 1,
    double StartS = 0);
