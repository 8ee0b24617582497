using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Tests.Core.Planning;

namespace DroneFarm.Tests.Core.Resuming;

public sealed class FlightHolesTests
{
    private static readonly Plan Paddy = Lab.Plan(
        Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 25, 0 25, 0 0))")), options: new PlanOptions(EdgePass: EdgePassChoice.Never));

    private static readonly FlightLog Whole = HalfFlown.Of(Paddy, 150);

    private static readonly TimeSpan Booted = TimeSpan.FromSeconds(77);

    private static IReadOnlyList<LoggedPoint> BlackBox =>
        [.. Whole.Track.Select(p => new LoggedPoint(p.At - Whole.Track[0].At + Booted, p.Place, p.HeightM, p.FlowLPerMin))];

    [Fact]
    public void A_line_without_a_hole_that_ends_on_the_ground_has_none()
    {
        var landed = Whole with { Track = [.. Whole.Track, Whole.Track[^1] with { At = Whole.Track[^1].At + TimeSpan.FromSeconds(0.1), HeightM = 0 }] };
        FlightHoles.Any(landed, 1).ShouldBeFalse();
        FlightHoles.Any(Whole, 1).ShouldBeTrue("it ends in the air");
    }

    [Fact]
    public void What_a_killed_ground_station_missed_is_taken_from_the_vehicles_log_with_its_moments()
    {
        var heard = Whole with { Track = [.. Whole.Track.Take(Whole.Track.Count - 60)] };
        var filled = FlightHoles.Fill(heard, 1, BlackBox);
        filled.Count.ShouldBeInRange(59, 61);
        (filled[^1].At - Whole.Track[^1].At).TotalSeconds.ShouldBe(0, 0.11);
        Remainder.BreakpointOf(Paddy, heard with { Track = [.. heard.Track, .. filled] })!.AlongM.ShouldBe(Remainder.BreakpointOf(Paddy, Whole)!.AlongM, 0.3);
    }

    [Fact]
    public void A_hole_between_two_pieces_that_were_heard_is_filled_and_nothing_else()
    {
        var heard = Whole with { Track = [.. Whole.Track.Take(60), .. Whole.Track.Skip(110)] };
        var filled = FlightHoles.Fill(heard, 1, [.. BlackBox, BlackBox[^1] with { Clock = BlackBox[^1].Clock + TimeSpan.FromSeconds(1), HeightM = 0 }]);
        filled.Count.ShouldBeInRange(49, 51);
    }

    [Fact]
    public void The_log_of_another_flight_fills_nothing()
    {
        var heard = Whole with { Track = [.. Whole.Track.Take(100)] };
        FlightHoles.Fill(heard, 1, [.. BlackBox.Select(p => p with { Place = new GeoPoint(LatitudeDeg: p.Place.LatitudeDeg + 0.001, LongitudeDeg: p.Place.LongitudeDeg) })]).ShouldBeEmpty();
    }
}
