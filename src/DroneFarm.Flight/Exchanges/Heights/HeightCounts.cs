using DroneFarm.Core.Geo;

namespace DroneFarm.Flight.Exchanges.Heights;

/// <summary>What became of a vehicle's requests for heights of the ground.</summary>
/// <param name="Blocks">Sent, of 16 heights each.</param>
/// <param name="Gap">A place whose height was asked for and is not known here; null when there is none.</param>
public sealed record HeightCounts(long Requests, long Blocks, GeoPoint? Gap);
