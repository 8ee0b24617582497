using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying.Prescriptions;

namespace DroneFarm.Storage.Formats;

/// <param name="Prescription">Null when the file cannot be used; an error among the findings says why.</param>
public sealed record PrescriptionRead(Prescription? Prescription, IReadOnlyList<Finding> Findings);
