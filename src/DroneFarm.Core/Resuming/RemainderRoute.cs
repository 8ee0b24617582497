using DroneFarm.Core.Fields;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Routing;
using DroneFarm.Core.Planning.Sorties;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace DroneFarm.Core.Resuming;

/// <summary>The way through what is left: the plan's own order, refill point by refill point, with new transits where swaths have gone from between.</summary>
internal sealed class RemainderRoute
{
    /// <summary>As <see cref="PlanOptions.ZoneDetourM"/>, which a plan does not keep.</summary>
    private const double ZoneDetourM = 100;

    private readonly Plan plan;
    private readonly TransitFinder transits;
    private readonly Dictionary<string, List<Swath>> swathsOf = [];
    private readonly Dictionary<(Geo.LocalPoint, Geo.LocalPoint), TransitLeg> planned = [];

    /// <param name="left">Parts of each planned swath that are still to fly.</param>
    /// <param name="nearestFirst">Begins at the start nearest to the refill point, and flies what lies before it afterwards.</param>
    public RemainderRoute(Plan plan, Dictionary<(string, int), List<Swath>> left, bool nearestFirst, CancellationToken cancel)
    {
        this.plan = plan;
        var job = plan.Fleet.HighestOf(plan.Job);
        transits = new TransitFinder(plan.Farm, job, ZoneDetourM);
        foreach (var leg in plan.Route.Legs.OfType<TransitLeg>()) planned.TryAdd((leg.From, leg.To), leg);
        var cutter = new SortieCutter(plan.Sprayer, job, (from, to) => transits.Way(from, to) ?? [from, to]);
        foreach (var (refill, keys) in Groups())
        {
            var swaths = Numbered(InOrder([.. keys.SelectMany(k => left.GetValueOrDefault(k, []))], refill, nearestFirst));
            if (swaths.Count == 0) continue;
            var route = Joined(swaths);
            var tooFar = new List<Swath>();
            var stops = Stops.At(refill, plan.Fleet.Drones == 1 ? plan.Farm.RefillPoints : []);
            var sorties = cutter.Cut(stops, Sorties.Count > 0 ? new Stop(Sorties[^1].To) : null, route, Sorties.Count + 1, tooFar, cancel);
            if (tooFar.Count > 0)
            {
                TooFar = refill;
                return;
            }

            Legs.Add(sorties[0].Legs[0]);
            Legs.AddRange(route);
            Legs.Add(sorties[^1].Legs[^1]);
            Sorties.AddRange(sorties);
        }
    }

    public List<Leg> Legs { get; } = [];

    public List<Sortie> Sorties { get; } = [];

    /// <summary>A refill point from which something left cannot be flown.</summary>
    public RefillPoint? TooFar { get; }

    /// <summary>The plan's fields with what is left of their swaths; ground is edge band only where an edge pass is left.</summary>
    public IReadOnlyList<FieldPlan> Fields => [.. plan.Fields.Select(f => swathsOf.TryGetValue(f.Field.Id, out var swaths) ? Parted(f, swaths) : Parted(f, []))];

    /// <summary>Each refill point with the swaths flown from it, in flying order.</summary>
    private IEnumerable<(RefillPoint Refill, List<(string, int)> Swaths)> Groups()
    {
        var from = plan.Sorties.SelectMany(s => s.SprayLegs.Select(l => (Key: (l.Swath.FieldId, l.Swath.Number), s.From))).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.From);
        var group = new List<(string, int)>();
        foreach (var leg in plan.Route.Legs)
        {
            if (leg is SprayLeg spray)
            {
                var key = (spray.Swath.FieldId, spray.Swath.Number);
                if (!group.Contains(key)) group.Add(key);
            }
            else if (leg is TransitLeg { Reason: TransitReason.ToWork } && group.Count > 0)
            {
                yield return (from[group[0]], group);
                group = [];
            }
        }

        if (group.Count > 0) yield return (from[group[0]], group);
    }

    private static List<Swath> InOrder(List<Swath> swaths, RefillPoint refill, bool nearestFirst)
    {
        if (!nearestFirst || swaths.Count < 2) return swaths;
        var first = swaths.IndexOf(swaths.MinBy(s => s.Start.DistanceM(refill.Place))!);
        return [.. swaths[first..], .. swaths[..first]];
    }

    /// <summary>Each field counts its swaths anew, so that a number names one part only.</summary>
    private List<Swath> Numbered(List<Swath> swaths)
    {
        var numbered = new List<Swath>();
        foreach (var swath in swaths)
        {
            if (!swathsOf.TryGetValue(swath.FieldId, out var own)) swathsOf[swath.FieldId] = own = [];
            numbered.Add(swath with { Number = own.Count + 1 });
            own.Add(numbered[^1]);
        }

        return numbered;
    }

    private List<Leg> Joined(List<Swath> swaths)
    {
        var legs = new List<Leg>();
        foreach (var swath in swaths)
        {
            if (legs.Count > 0) legs.Add(Way(((SprayLeg)legs[^1]).Swath, swath));
            legs.Add(new SprayLeg(swath));
        }

        return legs;
    }

    /// <summary>The plan's own way where both ends are the plan's; straight through the field where nothing is in between; else up and over.</summary>
    private TransitLeg Way(Swath from, Swath to)
    {
        if (planned.TryGetValue((from.End, to.Start), out var same)) return same;
        if (from.End == to.Start) return new TransitLeg([from.End, to.Start], TransitReason.NextSwath);
        var field = plan.Fields.First(f => f.Field.Id == to.FieldId);
        var line = GeometryFactory.Default.CreateLineString([from.End.ToCoordinate(), to.Start.ToCoordinate()]);
        return from.FieldId == to.FieldId && field.Sprayable.Covers(line)
            ? new TransitLeg([from.End, to.Start], TransitReason.NextSwath)
            : new TransitLeg(transits.Way(from.End, to.Start) ?? [from.End, to.Start], TransitReason.NextField);
    }

    private static FieldPlan Parted(FieldPlan field, List<Swath> swaths)
    {
        if (field.IsRefused) return field;
        var strips = swaths.Where(s => s.Kind == SwathKind.EdgePass).Select(s => (Geometry)Strip(s, field.Sprayable.Factory)).ToList();
        if (strips.Count == 0) return field with { Swaths = swaths, Headland = field.Sprayable.Factory.CreatePolygon(), Mainland = field.Sprayable };
        var wet = UnaryUnionOp.Union(strips);
        return field with { Swaths = swaths, Headland = field.Sprayable.Intersection(wet), Mainland = field.Sprayable.Difference(wet) };
    }

    private static Polygon Strip(Swath swath, GeometryFactory factory)
    {
        var side = new Geo.LocalVector(-(swath.End - swath.Start).Unit.NorthM, (swath.End - swath.Start).Unit.EastM) * (swath.WidthM / 2);
        Coordinate first = (swath.Start + side).ToCoordinate();
        return factory.CreatePolygon([first, (swath.End + side).ToCoordinate(), (swath.End - side).ToCoordinate(), (swath.Start - side).ToCoordinate(), first]);
    }
}
