namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>The end of a <see cref="FileListing"/>.</summary>
public sealed record FileListingResult(TransferOutcome Outcome, FileError Error, IReadOnlyList<FileEntry> Entries);
