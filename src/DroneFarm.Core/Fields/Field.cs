using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Fields;

/// <summary>A paddy: one boundary, perhaps with holes, in the farm's local frame (metres).</summary>
/// <param name="Id">Unique in the farm. For imported features: the feature's index in its file, with <c>.part</c> added (<c>12.0</c>), unless it brings an id.</param>
/// <param name="Source">Where it stands in the file it was read from, <c>feature.part</c> counted from 0, whatever its id; empty when it was not read from one.</param>
/// <param name="RowDirection">Which way its crop rows run, when the farm says so.</param>
/// <param name="Boundary">Valid, shell counter-clockwise, holes clockwise.</param>
public sealed record Field(string Id, string Name, Polygon Boundary, string Crop = "", string Source = "", Heading? RowDirection = null)
{
    public double AreaM2 => Boundary.Area;
}
