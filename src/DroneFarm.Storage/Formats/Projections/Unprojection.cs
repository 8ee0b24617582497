using DroneFarm.Core.Geo;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace DroneFarm.Storage.Formats.Projections;

/// <summary>From a projection's metres to degrees on WGS84.</summary>
/// <remarks>
/// Where the datum is WGS84 or as good, only the projection is undone: the library's way over geocentric coordinates is needless there and costs 4 mm.
/// </remarks>
internal sealed class Unprojection
{
    private readonly MathTransform transform;
    private readonly CrsArea area;

    public Unprojection(Crs crs)
    {
        area = crs.Area;
        var system = (ProjectedCoordinateSystem)new CoordinateSystemFactory().CreateFromWkt(crs.Wkt);
        var target = crs.ShiftsDatum ? GeographicCoordinateSystem.WGS84 : system.GeographicCoordinateSystem;
        transform = new CoordinateTransformationFactory().CreateFromCoordinateSystems(system, target).MathTransform;
    }

    /// <returns>Null when it leads out of the area where the system is used.</returns>
    public GeoPoint? Of(double eastingM, double northingM)
    {
        var (longitudeDeg, latitudeDeg) = transform.Transform(eastingM, northingM);
        var place = new GeoPoint(LatitudeDeg: latitudeDeg, LongitudeDeg: longitudeDeg);
        return area.Contains(place) ? place : null;
    }
}
