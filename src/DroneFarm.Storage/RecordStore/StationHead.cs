namespace DroneFarm.Storage.RecordStore;

/// <summary>How far a station's chain goes in a store.</summary>
public sealed record StationHead(string Station, long Sequence, string Hash);
