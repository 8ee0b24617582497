using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Flight.Operations;

namespace DroneFarm.Tests.Flight.Operations;

/// <summary>The place where the pump switched, between two reported places.</summary>
public sealed class PumpSwitchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly TrackPoint Wet = new(Noon, new VehicleId(1), 1, new GeoPoint(LatitudeDeg: 32, LongitudeDeg: 120), 3, 5, 3.4);
    private static readonly TrackPoint Dry = Wet with { At = Noon.AddMilliseconds(100), Place = new GeoPoint(LatitudeDeg: 32.000010, LongitudeDeg: 120.000020), FlowLPerMin = 0 };

    [Fact]
    public void It_lies_on_the_line_at_the_moment_the_pumps_reports_give()
    {
        var between = PumpSwitch.Between(Wet, Dry, TimeSpan.FromMilliseconds(70));
        between.Select(p => p.FlowLPerMin).ShouldBe([3.4, 0]);
        between.Select(p => (p.At - Noon).TotalMilliseconds).ShouldBe([30, 31]);
        between.ShouldAllBe(p => Math.Abs(p.Place.LatitudeDeg - 32.000003) < 1e-9 && Math.Abs(p.Place.LongitudeDeg - 120.000006) < 1e-9);
    }

    [Fact]
    public void A_switch_before_the_last_place_counts_from_there_since_that_place_is_told_already() =>
        PumpSwitch.Between(Wet, Dry, TimeSpan.FromMilliseconds(140)).Select(p => (p.At - Noon).TotalMilliseconds).ShouldBe([1, 2]);

    [Fact]
    public void A_switch_at_the_new_place_needs_no_points_between() => PumpSwitch.Between(Wet, Dry, TimeSpan.Zero).ShouldBeEmpty();
}
