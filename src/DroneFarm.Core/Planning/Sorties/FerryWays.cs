using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>The way at transit height between two places.</summary>
internal delegate IReadOnlyList<LocalPoint> FerryWays(LocalPoint from, LocalPoint to);
