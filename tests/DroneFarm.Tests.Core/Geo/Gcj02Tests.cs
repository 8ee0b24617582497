using CsCheck;
using DroneFarm.Core.Geo;

namespace DroneFarm.Tests.Core.Geo;

public sealed class Gcj02Tests
{
    private static readonly Gen<GeoPoint> InChina =
        from latitudeDeg in Gen.Double[18, 53]
        from longitudeDeg in Gen.Double[74, 134]
        select new GeoPoint(LatitudeDeg: latitudeDeg, LongitudeDeg: longitudeDeg);

    /// <summary>The control points that the tests of most map programs share.</summary>
    [Theory]
    [InlineData(31.1774276, 121.5272106, 31.17530398364597, 121.531541859215)]
    [InlineData(22.543847, 113.912316, 22.540796131694766, 113.9171764808363)]
    [InlineData(39.911954, 116.377817, 39.91334545536069, 116.38404722455657)]
    public void Control_points_of_Shanghai_Shenzhen_and_Beijing_are_met(double latitudeDeg, double longitudeDeg, double shiftedLatitudeDeg, double shiftedLongitudeDeg)
    {
        var shifted = Gcj02.FromWgs84(new GeoPoint(LatitudeDeg: latitudeDeg, LongitudeDeg: longitudeDeg));
        shifted.LatitudeDeg.ShouldBe(shiftedLatitudeDeg, 1e-12);
        shifted.LongitudeDeg.ShouldBe(shiftedLongitudeDeg, 1e-12);
    }

    [Fact]
    public void Any_place_in_China_returns_to_within_a_millimetre() => InChina.Sample(place =>
        new LocalFrame(place).ToLocal(Gcj02.ToWgs84(Gcj02.FromWgs84(place))).DistanceM(default) < 0.001);

    [Fact]
    public void The_shift_is_less_than_a_kilometre_and_some_hundred_metres_near_Nantong()
    {
        InChina.Sample(place => ShiftM(place) < 1000);
        ShiftM(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8)).ShouldBeInRange(300, 700);
    }

    private static double ShiftM(GeoPoint place) => new LocalFrame(place).ToLocal(Gcj02.FromWgs84(place)).DistanceM(default);

    [Fact]
    public void Outside_China_nothing_is_shifted()
    {
        var denver = new GeoPoint(LatitudeDeg: 39.7392, LongitudeDeg: -104.9903);
        Gcj02.FromWgs84(denver).ShouldBe(denver);
        Gcj02.ToWgs84(denver).ShouldBe(denver);
    }
}
