using CsCheck;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Routing;
using DroneFarm.Core.Planning.Swaths;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>The order of fields, of the stops in a field, and of the rows in a stop.</summary>
public sealed class OrderTests
{
    private static readonly Gen<LocalPoint> Places = Gen.Select(Gen.Double[0, 1000], Gen.Double[0, 1000]).Select(p => new LocalPoint(p.Item1, p.Item2));

    private static readonly Gen<TourStop> TourStops = Gen.Select(Places, Gen.Double[0, 6], Gen.Int[1, 4]).Select(t =>
    {
        var (sin, cos) = Math.SinCos(t.Item2);
        LocalVector along = new(60 * cos, 60 * sin), aside = new(-5 * sin, 5 * cos);
        return new TourStop([.. Enumerable.Range(0, t.Item3).Select(i => new Line([new Pass(t.Item1 + (aside * i), t.Item1 + (aside * i) + along)]))], SwathKind.Mainland);
    });

    [Fact]
    public void A_way_through_two_thousand_places_is_nearly_as_short_as_such_ways_can_be() => Places.Array[2000].Sample(places =>
    {
        var order = Enumerable.Range(0, places.Length).ToArray();
        var grid = new PointGrid(places);
        int[][] near = [.. places.Select((p, i) => grid.Nearest(p, 10, except: i).ToArray())];
        new OrderSearch(order, new bool[places.Length], places, places, places[0], places[0], near, 4_000_000).Run(CancellationToken.None);
        order.Order().ShouldBe(Enumerable.Range(0, places.Length));
        // The shortest is about 0.7124 sqrt(places x area) long (Beardwood, Halton and Hammersley, 1959), a little more with so few.
        LengthM([.. order.Select(i => places[i])]).ShouldBeLessThan(0.83 * Math.Sqrt(2000 * 1e6));
    }, iter: 3);

    [Fact]
    public void A_way_never_gets_longer_by_being_improved() => Gen.Select(Places.Array[2, 40], Places.Array[40], Gen.Int[0, 300]).Sample((heads, others, trials) =>
    {
        var tails = others[..heads.Length];
        var grid = new PointGrid(heads);
        int[][] near = [.. heads.Select((p, i) => grid.Nearest(p, 5, except: i).ToArray())];
        var (order, turned) = (Enumerable.Range(0, heads.Length).ToArray(), new bool[heads.Length]);
        double Way()
        {
            var sum = 0.0;
            for (var k = 1; k < order.Length; k++)
                sum += (turned[order[k - 1]] ? heads : tails)[order[k - 1]].DistanceM((turned[order[k]] ? tails : heads)[order[k]]);
            return sum;
        }

        var before = Way();
        new OrderSearch(order, turned, heads, tails, null, null, near, trials).Run(CancellationToken.None);
        Way().ShouldBeLessThanOrEqualTo(before + 1e-9);
        order.Order().ShouldBe(Enumerable.Range(0, heads.Length));
    }, iter: 300);

    [Fact]
    public void Few_stops_of_a_field_are_flown_in_the_best_of_all_orders() => TourStops.Array[2, 5].Sample(stops =>
    {
        var tours = FieldTour.Of(stops);
        tours.Count.ShouldBe(2);
        tours.ShouldAllBe(t => t.Select(s => s.Stop).Distinct().Count() == stops.Length);
        var bestM = Orders(stops.Length).Min(order => LeastM(stops, order, 0, null));
        foreach (var tour in tours) JoinsM(tour).ShouldBe(bestM, 1e-6);
    }, iter: 60);

    [Fact]
    public void Many_stops_of_a_field_are_all_flown_once_and_not_by_a_longer_way_than_nearest_next() => TourStops.Array[8, 40].Sample(stops =>
    {
        var tour = FieldTour.Of(stops)[0];
        tour.Select(s => s.Stop).ToHashSet(ReferenceEqualityComparer.Instance).Count.ShouldBe(stops.Length);
        JoinsM(tour).ShouldBeLessThanOrEqualTo(NearestNextM(stops) * 1.05);
    }, iter: 60);

    [Fact]
    public void Edge_passes_around_a_field_are_chained()
    {
        LocalPoint[] corners = [new(0, 0), new(100, 0), new(100, 60), new(0, 60)];
        int[] shuffled = [2, 0, 3, 1];
        var tour = FieldTour.Of([.. shuffled.Select(i => new TourStop([new Line([new Pass(corners[i], corners[(i + 1) % 4])])], SwathKind.EdgePass))])[0];
        JoinsM(tour).ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Rows_are_skipped_so_that_each_is_at_least_the_gap_from_the_last() => Gen.Select(Gen.Int[1, 80], Gen.Double[0.5, 15]).Sample((rows, radiusM) =>
    {
        var lines = Enumerable.Range(0, rows).Select(i => new Line([new Pass(new LocalPoint(0, 5 * i), new LocalPoint(100, 5 * i))])).ToList();
        var order = SkippedRows.Of(lines, radiusM).Select(l => (int)Math.Round(l.Start.NorthM / 5)).ToList();
        order.Order().ShouldBe(Enumerable.Range(0, rows));
        var gap = (int)Math.Ceiling(2 * radiusM / 5);
        var asked = Math.Min(gap, Math.Max(1, (rows - 1) / 2));
        for (var i = 1; i < rows; i++) Math.Abs(order[i] - order[i - 1]).ShouldBeGreaterThanOrEqualTo(asked);
        if (rows >= 4 * gap && gap > 1) Enumerable.Range(1, rows - 1).Average(i => Math.Abs(order[i] - order[i - 1])).ShouldBeLessThan(gap + 1 + (4.0 * gap * gap / rows));
    }, iter: 500);

    [Fact]
    public void An_aircraft_that_turns_in_a_circle_gets_room_for_it_between_its_swaths()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))")), Lab.Sprayer with { MinTurnRadiusM = 6 });
        plan.ShouldHold();
        var swaths = plan.Fields[0].Swaths;
        for (var i = 1; i < swaths.Count; i++) swaths[i - 1].End.DistanceM(swaths[i].Start).ShouldBeGreaterThan(11.9);
    }

    private static double LengthM(LocalPoint[] way) => way.Zip(way.Skip(1), (a, b) => a.DistanceM(b)).Sum() + way[^1].DistanceM(way[0]);

    private static double JoinsM(List<(TourStop Stop, int Variant)> tour) => tour.Zip(tour.Skip(1), (a, b) => a.Stop.Exit(a.Variant).DistanceM(b.Stop.Entry(b.Variant))).Sum();

    private static double LeastM(TourStop[] stops, int[] order, int at, LocalPoint? from) => at == order.Length ? 0
        : Enumerable.Range(0, TourStop.Variants).Min(v =>
            (from?.DistanceM(stops[order[at]].Entry(v)) ?? 0) + LeastM(stops, order, at + 1, stops[order[at]].Exit(v)));

    private static double NearestNextM(TourStop[] stops)
    {
        var (left, sumM) = (stops.Skip(1).ToList(), 0.0);
        for (var at = stops[0].Exit(0); left.Count > 0;)
        {
            var (stop, variant) = left.SelectMany(s => Enumerable.Range(0, TourStop.Variants).Select(v => (s, v))).MinBy(t => at.DistanceM(t.s.Entry(t.v)));
            sumM += at.DistanceM(stop.Entry(variant));
            at = stop.Exit(variant);
            left.Remove(stop);
        }

        return sumM;
    }

    private static IEnumerable<int[]> Orders(int count) => count == 1 ? [[0]]
        : Orders(count - 1).SelectMany(o => Enumerable.Range(0, count).Select(i => (int[])[.. o[..i], count - 1, .. o[i..]]));
}
