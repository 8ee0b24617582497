using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>A piece of a planned flight: from place to place and height to height, in seconds after take-off.</summary>
internal readonly record struct Motion(double FromS, double ToS, LocalPoint From, LocalPoint To, double FromHeightM, double ToHeightM);
