using DroneFarm.Core.Text;

namespace DroneFarm.Cli.Flying;

/// <summary>How a flight of one vehicle or several ended.</summary>
/// <param name="JournalHolds">False when the journal itself failed and cannot take a last record.</param>
internal sealed record FlightOutcome(bool IsComplete, bool JournalHolds, Phrase Reason);
