namespace DroneFarm.Core.Geo;

/// <summary>
/// A plane that touches the WGS84 ellipsoid at its origin, x east and y north, in metres: the only way between
/// <see cref="GeoPoint"/> and <see cref="LocalPoint"/>. Points are projected along the plane's normal, so a length
/// shrinks by (distance / earth radius)² / 2: 0.3 mm per kilometre at 5 km from the origin.
/// </summary>
/// <remarks>Source: the geodetic to ECEF to ENU transform, National Geospatial-Intelligence Agency STND.0036 (WGS84).</remarks>
public sealed record LocalFrame
{
    private const double SemiMajorM = 6_378_137.0;
    private const double Flattening = 1 / 298.257223563;
    private const double Eccentricity2 = Flattening * (2 - Flattening);
    private const double DegToRad = Math.PI / 180;

    private readonly double sinLat, cosLat, sinLon, cosLon, originX, originY, originZ, radiusM;

    public LocalFrame(GeoPoint origin)
    {
        if (!origin.IsValid) throw new ArgumentOutOfRangeException(nameof(origin), origin, "not a place on the earth");
        Origin = origin;
        (sinLat, cosLat) = Math.SinCos(origin.LatitudeDeg * DegToRad);
        (sinLon, cosLon) = Math.SinCos(origin.LongitudeDeg * DegToRad);
        (originX, originY, originZ) = ToEcef(origin);
        radiusM = SemiMajorM / Math.Sqrt(1 - (Eccentricity2 * sinLat * sinLat));
    }

    public GeoPoint Origin { get; }

    public LocalPoint ToLocal(GeoPoint point)
    {
        var (x, y, z) = ToEcef(point);
        double dx = x - originX, dy = y - originY, dz = z - originZ;
        var east = (-sinLon * dx) + (cosLon * dy);
        var north = (-sinLat * cosLon * dx) - (sinLat * sinLon * dy) + (cosLat * dz);
        return new LocalPoint(east, north);
    }

    /// <summary>The place on the ellipsoid below or above a point of the plane. Found by correcting a spherical guess; four steps leave less than a micrometre.</summary>
    public GeoPoint ToGeo(LocalPoint point)
    {
        var guess = Origin;
        var (wantedEastM, wantedNorthM) = (point.EastM, point.NorthM);
        var meridianM = radiusM * (1 - Eccentricity2) / (1 - (Eccentricity2 * sinLat * sinLat));
        for (var step = 0; step < 8; step++)
        {
            var reached = ToLocal(guess);
            double eastOffM = wantedEastM - reached.EastM, northOffM = wantedNorthM - reached.NorthM;
            if (Math.Abs(eastOffM) + Math.Abs(northOffM) < 1e-7) break;
            guess = new GeoPoint(
                LatitudeDeg: guess.LatitudeDeg + (northOffM / meridianM / DegToRad),
                LongitudeDeg: guess.LongitudeDeg + (eastOffM / (radiusM * Math.Max(cosLat, 1e-9)) / DegToRad));
        }

        return guess;
    }

    public bool Equals(LocalFrame? other) => other is not null && Origin == other.Origin;

    public override int GetHashCode() => Origin.GetHashCode();

    private static (double X, double Y, double Z) ToEcef(GeoPoint point)
    {
        var (sinPhi, cosPhi) = Math.SinCos(point.LatitudeDeg * DegToRad);
        var (sinLambda, cosLambda) = Math.SinCos(point.LongitudeDeg * DegToRad);
        var normalM = SemiMajorM / Math.Sqrt(1 - (Eccentricity2 * sinPhi * sinPhi));
        return (normalM * cosPhi * cosLambda, normalM * cosPhi * sinLambda, normalM * (1 - Eccentricity2) * sinPhi);
    }
}
