using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Coverage;

/// <summary>A strip sprayed without interruption.</summary>
/// <param name="RateLPerHa">Mean over the strip.</param>
public sealed record AppliedPass(
    DateTimeOffset From,
    DateTimeOffset To,
    int SortieNumber,
    Geometry Shape,
    double LengthM,
    double Litres,
    double RateLPerHa,
    double MeanSpeedMps,
    double MeanHeightM);
