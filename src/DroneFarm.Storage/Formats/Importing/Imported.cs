using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying.Prescriptions;
using DroneFarm.Storage.Formats.Isoxml;

namespace DroneFarm.Storage.Formats.Importing;

/// <summary>All that came of importing some files.</summary>
/// <param name="Farm">Null when nothing may be planned on them.</param>
/// <param name="Prescription">Rates by place in litres, where the files bring them.</param>
/// <param name="TimeLogs">What machines recorded, from ISOXML.</param>
/// <param name="Parts">What was read and taken, file by file.</param>
/// <param name="Findings">What was skipped, repaired, assumed or refused, and where. An error without a field means that something of a file is lost: look before planning.</param>
public sealed record Imported(
    Farm? Farm, Prescription? Prescription, IReadOnlyList<TimeLog> TimeLogs, IReadOnlyList<ImportedPart> Parts, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether a file could only be read in part, so that a zone or an obstacle may be missing.</summary>
    public bool IsPartial => Findings.Any(f => f.Severity == Severity.Error && f.FieldId is null);
}
