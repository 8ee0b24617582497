using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>The ground that a swath wets: a rectangle with flat ends.</summary>
internal static class SwathGround
{
    public static Polygon Of(LocalPoint start, LocalPoint end, double widthM, GeometryFactory factory)
    {
        var side = (end - start).Unit.Left * (widthM / 2);
        var corner = (start - side).ToCoordinate();
        return factory.CreatePolygon([corner, (end - side).ToCoordinate(), (end + side).ToCoordinate(), (start + side).ToCoordinate(), corner.Copy()]);
    }
}
