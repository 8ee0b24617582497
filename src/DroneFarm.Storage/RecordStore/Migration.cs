namespace DroneFarm.Storage.RecordStore;

/// <summary>One step between two versions of a store, both ways.</summary>
/// <param name="Version">Of the store after <paramref name="Up"/>.</param>
/// <param name="Loses">What the way down throws away, in words; empty when nothing.</param>
internal sealed record Migration(int Version, string Up, string Down, string Loses = "");
