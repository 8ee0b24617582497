namespace DroneFarm.Flight.Exchanges.Logs;

/// <summary>The end of a <see cref="LogList"/>.</summary>
public sealed record LogListResult(TransferOutcome Outcome, IReadOnlyList<LogEntryInfo> Logs);
