using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>
/// A plan made by hand: a paddy of 100 m x 20 m with four swaths of 5 m from edge to edge, flown in two sorties from a refill point
/// 20 m west of it. 2,000 m² at 22.5 L/ha are 4.5 L, 2.25 L a sortie.
/// </summary>
internal sealed record HandPlan
{
    public static readonly LocalFrame Frame = new(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.80));

    public static readonly RefillPoint Refill = new("R", "路边加药点", new LocalPoint(-20, 10));

    public Polygon Boundary { get; init; } = Rectangle(0, 0, 100, 20);

    public IReadOnlyList<(double FromX, double FromY, double ToX, double ToY)> Lines { get; init; } =
        [(0, 2.5, 100, 2.5), (100, 7.5, 0, 7.5), (0, 12.5, 100, 12.5), (100, 17.5, 0, 17.5)];

    public int SwathsPerSortie { get; init; } = 2;

    /// <summary>What the transit after a swath goes by, by the swath's number.</summary>
    public IReadOnlyDictionary<int, LocalPoint> Via { get; init; } = new Dictionary<int, LocalPoint>();

    public IReadOnlyList<NoSprayZone> Zones { get; init; } = [];

    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    public double SpeedMps { get; init; } = 5;

    public double TransitHeightM { get; init; } = 15;

    public Sprayer Sprayer { get; init; } = new("样机", 30, 5, 1, 7.2, 36.6, 1500, 0.25, 20.6, 7, 2.5, 2.5, 1.5, 60, 650, []);

    public Job Job { get; init; } = new(
        "hand", "手算", new Product("样例除草剂", "五氟磺草胺", "PD20150001", 1.2, "L", "made up", "样例农药厂"),
        22.5, 3, 5, 15, 7, 0, "水稻", "稗草", "张三", new WeatherLimits(3.3, 12, 30, 40));

    public static Polygon Rectangle(double west, double south, double east, double north) =>
        GeometryFactory.Default.CreatePolygon([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]);

    public Plan Build()
    {
        var field = new Field("F1", "一号田", Boundary, "水稻");
        var swaths = Lines.Select((l, i) => new Swath(i + 1, "F1", new LocalPoint(l.FromX, l.FromY), new LocalPoint(l.ToX, l.ToY), Sprayer.SwathWidthM, SwathKind.Mainland)).ToList();
        Geometry sprayable = Zones.Aggregate((Geometry)Boundary, (left, z) => left.Difference(z.Shape.Buffer(z.BufferM, 64)));
        sprayable = Obstacles.Aggregate(sprayable, (left, o) => Job.HeightM < o.OverM ? left.Difference(o.Shape.Buffer(o.ClearanceM, 64)) : o.SprayOver ? left : left.Difference(o.Shape));
        var plan = new FieldPlan(field, sprayable, GeometryFactory.Default.CreatePolygon(), sprayable, [], swaths, []);
        var farm = new Farm("手算农场", Frame, [field], Zones, Obstacles, [Refill], true);
        var sorties = swaths.Chunk(SwathsPerSortie).Select((s, i) => Sortie(i + 1, s)).ToList();
        var route = new Route([.. sorties.SelectMany(s => s.Legs)]);
        return new Plan(farm, Sprayer, Job, [plan], route, sorties, [.. sorties.Select(Mission)], []);
    }

    public static MissionItem Waypoint(double eastM, double northM, double heightM) => Waypoint(new LocalPoint(eastM, northM), heightM);

    /// <summary>A place as the wire keeps it: whole 1e-7 degrees.</summary>
    public static GeoPoint OnWire(LocalPoint place) =>
        Frame.ToGeo(place) is var geo ? new GeoPoint(LatitudeDeg: Math.Round(geo.LatitudeDeg, 7), LongitudeDeg: Math.Round(geo.LongitudeDeg, 7)) : default;

    private static MissionItem Waypoint(LocalPoint place, double heightM) => MissionItem.Waypoint(OnWire(place), heightM);

    private Sortie Sortie(int number, Swath[] swaths)
    {
        var legs = new List<Leg> { new TransitLeg([Refill.Place, swaths[0].Start], TransitReason.ToWork) };
        for (var i = 0; i < swaths.Length; i++)
        {
            legs.Add(new SprayLeg(swaths[i]));
            if (i + 1 == swaths.Length) break;
            legs.Add(new TransitLeg([swaths[i].End, .. Via.TryGetValue(swaths[i].Number, out var via) ? [via] : Array.Empty<LocalPoint>(), swaths[i + 1].Start], TransitReason.NextSwath));
        }

        legs.Add(new TransitLeg([swaths[^1].End, Refill.Place], TransitReason.ToRefill));
        var litres = swaths.Sum(s => s.LengthM * s.WidthM) / 10_000 * Job.RateLPerHa;
        return new Sortie(number, Refill, Refill, legs, litres, TimeSpan.FromMinutes(2.5), 200);
    }

    private Mission Mission(Sortie sortie)
    {
        var (first, last) = (sortie.SprayLegs.First().From, sortie.SprayLegs.Last().To);
        List<MissionItem> items =
        [
            new(MissionCommand.Takeoff, HeightM: TransitHeightM), MissionItem.Speed(Job.TransitSpeedMps), MissionItem.Sprayer(false),
            Waypoint(first, TransitHeightM), Waypoint(first, Job.HeightM), MissionItem.Speed(SpeedMps),
        ];
        foreach (var leg in sortie.Legs.Skip(1).SkipLast(1))
        {
            if (leg is SprayLeg) items.Add(MissionItem.Sprayer(true));
            items.AddRange(leg.Path.Skip(1).Select(p => Waypoint(p, Job.HeightM)));
            if (leg is SprayLeg) items.Add(MissionItem.Sprayer(false));
        }

        var home = OnWire(Refill.Place);
        items.AddRange(
            [Waypoint(last, TransitHeightM), new(MissionCommand.LandStart, Place: home, HeightM: TransitHeightM), MissionItem.Sprayer(false), new(MissionCommand.ReturnToLaunch)]);
        LocalPoint[] corners = [new(-40, -20), new(140, -20), new(140, 60), new(-40, 60)];
        return new Mission(
            sortie.Number,
            items,
            [.. corners.Select(c => new MissionItem(MissionCommand.FenceInclusionVertex, Param1: 4, Place: OnWire(c)))],
            [new MissionItem(MissionCommand.RallyPoint, Place: home, HeightM: TransitHeightM)]);
    }
}
