using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning;

/// <summary>A piece of mainland that one set of parallel swaths covers without crossing a hole or notch.</summary>
/// <param name="Direction">Of its swaths.</param>
public sealed record Cell(int Number, Polygon Shape, Heading Direction);
