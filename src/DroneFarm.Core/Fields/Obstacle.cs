using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Fields;

/// <summary>Something to fly around, or over when the flight is high enough.</summary>
/// <param name="Shape">A point, line or polygon in the farm's local frame, metres.</param>
/// <param name="HeightM">Above the ground.</param>
/// <param name="ClearanceM">Distance the aircraft's centre keeps from the shape to its side, metres.</param>
/// <param name="VerticalClearanceM">Distance kept above it, metres; null for the same as to the side.</param>
/// <param name="SprayOver">Whether its own ground may be sprayed once it may be flown over: a stake may, a tomb may not.</param>
public sealed record Obstacle(
    string Id, ObstacleKind Kind, Geometry Shape, double HeightM, double ClearanceM, double? VerticalClearanceM = null, bool SprayOver = false)
{
    /// <summary>The least height above the ground at which it may be flown over, metres.</summary>
    public double OverM => HeightM + (VerticalClearanceM ?? ClearanceM);

    public bool MayBeFlownOver(double heightM) => heightM >= OverM;
}
