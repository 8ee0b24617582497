namespace DroneFarm.Core.Records;

/// <summary>Sums over a job, planned and flown. Areas in m², lengths in m.</summary>
public sealed record RecordTotals(
    int SortiesPlanned,
    int SortiesFlown,
    double PlannedAreaM2,
    double SprayedAreaM2,
    double MissedM2,
    double DoubledM2,
    double OffTargetM2,
    double PlannedLitres,
    double AppliedLitres,
    double PlannedDistanceM,
    double FlownDistanceM,
    TimeSpan PlannedDuration,
    TimeSpan FlownDuration);
