using DroneFarm.Core.Fields;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Interlocks;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class InterlockTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly LocalFrame Frame = new(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8));

    /// <summary>A field of 100 m by 100 m with a pond of 20 m by 20 m and a buffer of 2 m in its middle.</summary>
    private static readonly TargetGround Ground = new(new Farm(
        "test", Frame, [new Field("a", "A", Box(0, 0, 100, 100))], [new NoSprayZone("z", "pond", ZoneKind.FishPond, Box(40, 40, 60, 60), 2)], [], []));

    [Theory]
    [InlineData(50, 20, 0)]
    [InlineData(50, -3, 3)]
    [InlineData(104, 50, 4)]
    [InlineData(50, 39, 1)]
    [InlineData(50, 45, 7)]
    public void Off_target_is_how_far_outside_the_field_or_inside_a_zone_and_its_buffer(double eastM, double northM, double offM) =>
        Ground.OffM(new LocalPoint(eastM, northM)).ShouldBe(offM, 0.01);

    [Theory]
    [InlineData(30, false)]
    [InlineData(36.4, false)]
    [InlineData(37.2, true)]
    public void A_boom_of_5_m_along_a_zone_trips_when_its_end_is_in_by_more_than_the_margin(double eastM, bool trips)
    {
        var pump = new OffTargetPump(Ground, new PumpCalibration(4), swathWidthM: 5);
        // The zone with its buffer begins at 38 m, so 1.5 m inside it ends half a boom beyond 37 m.
        Fly(pump, i => (new LocalPoint(eastM, 45 + (i * 0.5)), 1500)).Any(t => t).ShouldBe(trips);
    }

    [Fact]
    public void One_report_or_two_of_a_pump_beyond_the_margin_do_not_trip_and_the_third_does()
    {
        var pump = new OffTargetPump(Ground, new PumpCalibration(4), swathWidthM: 5);
        Fly(pump, i => (new LocalPoint(50, -10 - i), i is 1 or 2 or 5 or 6 or 7 ? 1500 : 1000)).ShouldBe([false, false, false, false, false, false, false, true, false, false]);
    }

    [Fact]
    public void Values_that_are_older_than_2_seconds_or_do_not_belong_together_decide_nothing()
    {
        var pump = new OffTargetPump(Ground, new PumpCalibration(4), swathWidthM: 5);
        var old = Enumerable.Range(0, 10).Select(i => pump.BeyondM(State(i, new LocalPoint(50, -10 - i), 1500), Start + TimeSpan.FromSeconds((i * 0.1) + 2.1)));
        old.ShouldAllBe(m => m == null);
        var apart = Enumerable.Range(0, 10).Select(i => pump.BeyondM(State(i, new LocalPoint(50, -10 - i), 1500) with { UptimeMs = (uint)((i * 100) + 1000) }, Start + TimeSpan.FromSeconds(i * 0.1)));
        apart.ShouldAllBe(m => m == null);
    }

    [Fact]
    public void Wind_holds_after_5_seconds_over_the_limit_and_an_estimate_older_than_2_seconds_never_does()
    {
        var watch = new WindWatch(3.3, () => null, Start, answered: false);
        List<double> held = [.. Enumerable.Range(0, 80).Select(i => i * 0.1).Where(s => watch.MustHold(Windy(s, 4), Start + TimeSpan.FromSeconds(s)))];
        held[0].ShouldBe(5, 0.01);
        var stale = new WindWatch(3.3, () => null, Start, answered: false);
        for (var s = 0.0; s < 20; s += 0.1) stale.MustHold(Windy(0, 9), Start + TimeSpan.FromSeconds(2.1 + s)).ShouldBeFalse();
    }

    [Fact]
    public void A_gust_between_calm_reports_does_not_hold()
    {
        var watch = new WindWatch(3.3, () => null, Start, answered: false);
        for (var i = 0; i < 100; i++) watch.MustHold(Windy(i, i % 5 == 4 ? 1 : 6), Start + TimeSpan.FromSeconds(i)).ShouldBeFalse();
    }

    [Fact]
    public void What_people_measure_in_the_flight_holds_and_what_they_measured_before_it_does_not()
    {
        Weather Measured(double atS) => new(Start + TimeSpan.FromSeconds(atS), 5, null, null, null, "hand-held");
        bool Holds(Weather told)
        {
            var watch = new WindWatch(3.3, () => told, Start, answered: false);
            return Enumerable.Range(20, 10).Any(s => watch.MustHold(new VehicleState(new VehicleId(1)), Start + TimeSpan.FromSeconds(s)));
        }

        Holds(Measured(10)).ShouldBeTrue();
        Holds(Measured(-10)).ShouldBeFalse();
    }

    [Fact]
    public void A_held_sortie_may_go_on_when_the_wind_is_known_to_be_within_the_limit_or_answered_for()
    {
        var watch = new WindWatch(3.3, () => null, Start, answered: false);
        foreach (var s in Enumerable.Range(0, 10)) watch.MustHold(Windy(s, 5), Start + TimeSpan.FromSeconds(s));
        watch.Holds(Windy(10, 5), Start + TimeSpan.FromSeconds(10)).ShouldNotBeNull().Args[0].ShouldBe("5.0");
        watch.Holds(Windy(10, 2), Start + TimeSpan.FromSeconds(13)).ShouldNotBeNull().Args[0].ShouldBe("-", "too old to say");
        watch.Holds(Windy(14, 2), Start + TimeSpan.FromSeconds(14)).ShouldBeNull();
        foreach (var s in Enumerable.Range(20, 10)) watch.MustHold(Windy(s, 5), Start + TimeSpan.FromSeconds(s));
        watch.Answer(Windy(30, 5), Start + TimeSpan.FromSeconds(30)).Args.ShouldBe(["5.0", "3.3"]);
        watch.Holds(Windy(31, 5), Start + TimeSpan.FromSeconds(31)).ShouldBeNull();
        watch.MustHold(Windy(50, 5), Start + TimeSpan.FromSeconds(50)).ShouldBeFalse();
    }

    private static List<bool> Fly(OffTargetPump pump, Func<int, (LocalPoint Place, int PulseUs)> at) =>
        [.. Enumerable.Range(0, 10).Select(i => pump.BeyondM(State(i, at(i).Place, (ushort)at(i).PulseUs), Start + TimeSpan.FromSeconds(i * 0.1)) is not null)];

    private static VehicleState State(int i, LocalPoint place, ushort pulseUs)
    {
        var now = Start + TimeSpan.FromSeconds(i * 0.1);
        var pulses = new ushort[ServoOutputs.Channels];
        pulses[8] = pulseUs;
        return new VehicleState(
            new VehicleId(1),
            Pulse: new(new Pulse(CopterMode.Auto, true, MavState.Active), now),
            Motion: new(new Motion(Frame.ToGeo(place), 3, 8, 5, 0, null), now),
            Servos: new(new ServoOutputs(pulses, (uint)(i * 100_000)), now),
            UptimeMs: (uint)(i * 100));
    }

    private static VehicleState Windy(double atS, double speedMps) =>
        new(new VehicleId(1), Wind: new(new Breeze(speedMps, Heading.FromDegrees(90)), Start + TimeSpan.FromSeconds(atS)));

    private static Polygon Box(double west, double south, double east, double north) =>
        new(new LinearRing([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]));
}
