namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>One entry of a folder on the vehicle.</summary>
/// <param name="SizeBytes">0 for folders, and for files that are made as they are read.</param>
public sealed record FileEntry(string Name, long SizeBytes, bool IsFolder);
