using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Spraying.Prescriptions;

/// <summary>Ground that gets a rate of its own.</summary>
/// <param name="Rings">The shell and then the holes, each closed.</param>
/// <param name="RateLPerHa">Of the spray mixture; 0 where nothing is to be sprayed.</param>
public sealed record RateZone(string Id, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings, double RateLPerHa)
{
    public Polygon ShapeIn(LocalFrame frame)
    {
        var rings = Rings.Select(ring => GeometryFactory.Default.CreateLinearRing([.. ring.Select(p => frame.ToLocal(p).ToCoordinate())])).ToArray();
        return GeometryFactory.Default.CreatePolygon(rings[0], rings[1..]);
    }
}
