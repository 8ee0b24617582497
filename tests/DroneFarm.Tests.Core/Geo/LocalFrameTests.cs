using CsCheck;
using DroneFarm.Core.Geo;

namespace DroneFarm.Tests.Core.Geo;

public sealed class LocalFrameTests
{
    [Fact]
    public void A_place_within_5_km_comes_back_to_a_millimetre() =>
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-180, 180], Gen.Double[-5000, 5000], Gen.Double[-5000, 5000]).Sample((lat, lon, east, north) =>
        {
            var frame = new LocalFrame(new GeoPoint(LatitudeDeg: lat, LongitudeDeg: lon));
            var place = new LocalPoint(east, north);
            return frame.ToLocal(frame.ToGeo(place)).DistanceM(place) < 0.001;
        }, iter: 2000);

    [Fact]
    public void A_minute_of_latitude_at_45_degrees_is_1852_2_m()
    {
        // Meridian radius of WGS84 at 45 degrees: 6 367 381.8 m; a minute of arc on it: 1852.24 m.
        var frame = new LocalFrame(new GeoPoint(LatitudeDeg: 45, LongitudeDeg: 10));
        var local = frame.ToLocal(new GeoPoint(LatitudeDeg: 45 + (1 / 60.0), LongitudeDeg: 10));
        local.EastM.ShouldBe(0, 1e-6);
        local.NorthM.ShouldBe(1852.24, 0.05);
    }
}
