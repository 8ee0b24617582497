namespace DroneFarm.Flight.Exchanges.Logs;

/// <summary>The end of a <see cref="LogDownload"/>.</summary>
/// <param name="Content">The whole log when done; otherwise what came without a gap.</param>
public sealed record LogDownloadResult(TransferOutcome Outcome, ReadOnlyMemory<byte> Content);
