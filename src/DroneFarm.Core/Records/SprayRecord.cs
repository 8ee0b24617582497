using DroneFarm.Core.Coverage;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records;

/// <summary>What the law and the agronomist ask for: where, when, by whom, with what, in what weather, and what landed on the ground.</summary>
/// <param name="Findings">What is missing or out of limits; a record with an error is not complete.</param>
/// <param name="Simulated">True when a simulated vehicle flew it; shown on every page.</param>
public sealed record SprayRecord(
    string FarmName,
    bool FarmMadeUp,
    Job Job,
    string SprayerName,
    string VehicleName,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<Weather> Weather,
    IReadOnlyList<AppliedField> Fields,
    RecordTotals Totals,
    bool Simulated,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Filled against applied; null when nobody wrote down what was filled.</summary>
    public TankBalance? Tanks { get; init; }

    /// <summary>
    /// Which aircraft flew: its registration, else what it is called on the link. The sprayer's name, which a journal holds where nothing else is known, is no number of an
    /// aircraft; null when there is nothing else.
    /// </summary>
    public string? Aircraft =>
        Job.Terms?.Sprayer?.Registration is { Length: > 0 } registration ? registration
        : VehicleName.Length > 0 && VehicleName != SprayerName ? VehicleName
        : null;

    public bool IsComplete => Findings.All(f => f.Severity != Severity.Error);
}
