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

    public bool IsComplete => Findings.All(f => f.Severity != Severity.Error);
}
