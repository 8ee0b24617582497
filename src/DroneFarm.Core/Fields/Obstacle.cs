using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Fields;

/// <summary>Something to fly around, or over when the flight is high enough.</summary>
/// <param name="Shape">A point, line or polygon in the farm's local frame, metres.</param>
/// <param name="HeightM">Above the ground.</param>
/// <param name="ClearanceM">Distance the aircraft's centre keeps from the shape, metres.</param>
public sealed record Obstacle(string Id, ObstacleKind Kind, Geometry Shape, double HeightM, double ClearanceM);
