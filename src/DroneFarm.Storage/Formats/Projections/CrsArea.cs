using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats.Projections;

/// <summary>A box of degrees.</summary>
internal readonly record struct CrsArea(double WestDeg, double SouthDeg, double EastDeg, double NorthDeg)
{
    /// <summary>False too for what is no number.</summary>
    public bool Contains(GeoPoint place) =>
        place.LongitudeDeg >= WestDeg && place.LongitudeDeg <= EastDeg && place.LatitudeDeg >= SouthDeg && place.LatitudeDeg <= NorthDeg;
}
