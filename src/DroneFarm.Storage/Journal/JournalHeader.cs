namespace DroneFarm.Storage.Journal;

/// <summary>What a journal says of itself in its first line.</summary>
/// <param name="PlanFingerprint">Of the plan that is flown, as <see cref="Formats.PlanFile.Fingerprint"/> computes it.</param>
/// <param name="Vehicle">The aircraft as people know it.</param>
/// <param name="Simulated">True when a simulated vehicle flies; shown wherever the flight is shown.</param>
public sealed record JournalHeader(string JobId, string PlanFingerprint, string Vehicle, bool Simulated, DateTimeOffset StartedAt);
