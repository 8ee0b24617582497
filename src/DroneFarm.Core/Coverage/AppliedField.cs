namespace DroneFarm.Core.Coverage;

/// <summary>One field as it was sprayed, areas in m².</summary>
/// <param name="PlannedM2">The part of the field that the plan promised to spray: its sprayable area.</param>
public sealed record AppliedField(
    string FieldId,
    string Name,
    double AreaM2,
    double PlannedM2,
    double SprayedM2,
    double DoubledM2,
    double MissedM2,
    double Litres,
    DateTimeOffset? From,
    DateTimeOffset? To);
