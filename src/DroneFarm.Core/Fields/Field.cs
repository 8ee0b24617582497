using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Fields;

/// <summary>A paddy: one boundary, perhaps with holes, in the farm's local frame (metres).</summary>
/// <param name="Id">Unique in the farm. For imported features: the feature's index in its file, with <c>.part</c> added (<c>12.0</c>), unless it brings an id.</param>
/// <param name="Boundary">Valid, shell counter-clockwise, holes clockwise.</param>
public sealed record Field(string Id, string Name, Polygon Boundary, string Crop = "")
{
    public double AreaM2 => Boundary.Area;
}
