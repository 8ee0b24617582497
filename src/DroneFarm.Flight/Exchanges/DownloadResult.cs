namespace DroneFarm.Flight.Exchanges;

/// <summary>The end of a <see cref="MissionDownload"/>.</summary>
/// <param name="Items">All items when done, the first of a mission being home; otherwise what came so far.</param>
public sealed record DownloadResult(TransferOutcome Outcome, IReadOnlyList<WireItem> Items);
