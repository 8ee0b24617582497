using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.RecordStore;

/// <summary>The box of some places, in degrees; no box may cross the 180th meridian.</summary>
internal readonly record struct GeoBox(double WestDeg, double SouthDeg, double EastDeg, double NorthDeg)
{
    public static GeoBox Of(IEnumerable<GeoPoint> places)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var p in places)
        {
            (west, east) = (Math.Min(west, p.LongitudeDeg), Math.Max(east, p.LongitudeDeg));
            (south, north) = (Math.Min(south, p.LatitudeDeg), Math.Max(north, p.LatitudeDeg));
        }

        return new GeoBox(west, south, east, north);
    }

    public bool Contains(GeoPoint p) => p.LongitudeDeg >= WestDeg && p.LongitudeDeg <= EastDeg && p.LatitudeDeg >= SouthDeg && p.LatitudeDeg <= NorthDeg;

    /// <summary>Even-odd rule; within a field degrees are as good as metres.</summary>
    public static bool IsInside(GeoPoint p, IReadOnlyList<GeoPoint> ring)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if ((a.LatitudeDeg > p.LatitudeDeg) != (b.LatitudeDeg > p.LatitudeDeg)
                && p.LongitudeDeg < a.LongitudeDeg + ((p.LatitudeDeg - a.LatitudeDeg) / (b.LatitudeDeg - a.LatitudeDeg) * (b.LongitudeDeg - a.LongitudeDeg))) inside = !inside;
        }

        return inside;
    }
}
