namespace DroneFarm.Core.Geo;

/// <summary>
/// The shifted datum of Chinese base maps, also called Mars coordinates, 300 to 700 m off WGS84. Nothing is planned in it: it is converted where it comes
/// in and where a map is shown.
/// </summary>
/// <remarks>The authority publishes no formula; this is the one that open map programs agree on, tested against their control points.</remarks>
public static class Gcj02
{
    /// <summary>Of the ellipsoid the shift is reckoned on (Krassovsky 1940): half axis in metres, first eccentricity squared.</summary>
    private const double SemiMajorM = 6_378_245, Eccentricity2 = 0.00669342162296594323;

    private const double DegToRad = Math.PI / 180;

    /// <summary>The box in which maps are shifted; outside it GCJ-02 is WGS84.</summary>
    public static bool Covers(GeoPoint place) =>
        place.LongitudeDeg is >= 72.004 and <= 137.8347 && place.LatitudeDeg is >= 0.8293 and <= 55.8271;

    public static GeoPoint FromWgs84(GeoPoint place)
    {
        if (!Covers(place)) return place;
        double x = place.LongitudeDeg - 105, y = place.LatitudeDeg - 35;
        var both = Waves(x, (20, 6), (20, 2)) + (0.1 * x * y);
        var northM = -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.2 * Math.Sqrt(Math.Abs(x))) + both + Waves(y, (20, 1), (40, 1.0 / 3), (160, 1.0 / 12), (320, 1.0 / 30));
        var eastM = 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * Math.Sqrt(Math.Abs(x))) + both + Waves(x, (20, 1), (40, 1.0 / 3), (150, 1.0 / 12), (300, 1.0 / 30));
        var (sin, cos) = Math.SinCos(place.LatitudeDeg * DegToRad);
        var flattened = 1 - (Eccentricity2 * sin * sin);
        var meridianM = SemiMajorM * (1 - Eccentricity2) / Math.Pow(flattened, 1.5);
        var parallelM = SemiMajorM / Math.Sqrt(flattened) * cos;
        return new GeoPoint(LatitudeDeg: place.LatitudeDeg + (northM / meridianM / DegToRad), LongitudeDeg: place.LongitudeDeg + (eastM / parallelM / DegToRad));
    }

    /// <summary>Found by taking the shift off and correcting what is left of it; ends below a hundredth of a millimetre.</summary>
    public static GeoPoint ToWgs84(GeoPoint place)
    {
        if (!Covers(place)) return place;
        var guess = place;
        for (var step = 0; step < 30; step++)
        {
            var reached = FromWgs84(guess);
            double northDeg = place.LatitudeDeg - reached.LatitudeDeg, eastDeg = place.LongitudeDeg - reached.LongitudeDeg;
            guess = new GeoPoint(LatitudeDeg: guess.LatitudeDeg + northDeg, LongitudeDeg: guess.LongitudeDeg + eastDeg);
            if (Math.Abs(northDeg) + Math.Abs(eastDeg) < 1e-10) break;
        }

        return guess;
    }

    /// <summary>A sum of sines, each of an amplitude and a number of half turns per degree; two thirds of it count.</summary>
    private static double Waves(double degrees, params ReadOnlySpan<(double Amplitude, double HalfTurns)> waves)
    {
        var sum = 0.0;
        foreach (var (amplitude, halfTurns) in waves) sum += amplitude * Math.Sin(degrees * halfTurns * Math.PI);
        return sum * 2 / 3;
    }
}
