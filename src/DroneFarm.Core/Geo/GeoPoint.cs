namespace DroneFarm.Core.Geo;

/// <summary>A place on the WGS84 ellipsoid, in degrees. Always build it with named arguments: latitude and longitude are easily swapped.</summary>
/// <param name="LatitudeDeg">Geodetic latitude, -90 to 90, north positive.</param>
/// <param name="LongitudeDeg">Longitude, -180 to 180, east positive.</param>
public readonly record struct GeoPoint(double LatitudeDeg, double LongitudeDeg)
{
    /// <summary>Whether both angles are finite and in range.</summary>
    public bool IsValid =>
        double.IsFinite(LatitudeDeg) && double.IsFinite(LongitudeDeg) && Math.Abs(LatitudeDeg) <= 90 && Math.Abs(LongitudeDeg) <= 180;

    public override string ToString() => $"{LatitudeDeg:F7} {LongitudeDeg:F7}";
}
