using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Routing;
using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning;

/// <summary>Gathers route and sorties, refill point by refill point.</summary>
/// <param name="severalStops">Whether a sortie may end at another point than the one that serves its field: not where aircraft take turns at each.</param>
/// <param name="clusterM">Side of the squares in which points are assumed where the farm has none.</param>
internal sealed class JobWork(
    Farm farm, Sprayer sprayer, Job job, TransitFinder transits, bool severalStops, double clusterM, CancellationToken cancel)
{
    /// <summary>Nobody puts up more points round a field; land that asks for more is to be parted into fields first.</summary>
    private const int MostAround = 100;

    private readonly Dictionary<FieldDraft, FieldPlan> plans = [];
    private readonly List<Leg> legs = [];
    private readonly SortieCutter cutter = new(sprayer, job, WaysOf(transits));

    public FerryWays Ways { get; } = WaysOf(transits);

    public List<Sortie> Sorties { get; } = [];

    public Route Route => new(legs);

    /// <summary>A field that cannot be flown from its refill point is refused whole: half a field sprayed is worse to mend than none.</summary>
    public void Add(RefillPoint refill, List<FieldDraft> fields)
    {
        var left = fields;
        var stops = Stops.At(refill, severalStops ? farm.RefillPoints : []);
        var wide = new HashSet<FieldDraft>();
        while (left.Count > 0)
        {
            var route = RouteStage.Of(refill, left, transits, plans, cancel);
            var tooFar = new List<Swath>();
            var before = Sorties.Count > 0 ? new Stop(Sorties[^1].To) : null;
            var sorties = cutter.Cut(stops, before, route, Sorties.Count + 1, tooFar, cancel);
            if (tooFar.Count == 0)
            {
                legs.Add(sorties[0].Legs[0]);
                legs.AddRange(route);
                legs.Add(sorties[^1].Legs[^1]);
                Sorties.AddRange(sorties);
                return;
            }

            var refused = tooFar.Select(s => s.FieldId).ToHashSet();
            var far = left.FindAll(f => refused.Contains(f.Plan.Field.Id));
            if (severalStops && farm.RefillPoints.Count == 0 && !far.TrueForAll(wide.Contains))
            {
                wide.UnionWith(far);
                var around = RefillPoints.Around(farm, refill, wide, clusterM);
                if (around.Count <= MostAround)
                {
                    stops = Stops.At(refill, around);
                    continue;
                }
            }

            foreach (var field in far) plans[field] = OutOfReach(field, refill);
            left = [.. left.Except(far)];
        }
    }

    private static FerryWays WaysOf(TransitFinder transits) => (from, to) => transits.Way(from, to) ?? [from, to];

    public FieldPlan PlanOf(FieldDraft draft) => plans.GetValueOrDefault(draft, draft.Plan);

    private FieldPlan OutOfReach(FieldDraft field, RefillPoint refill)
    {
        var awayM = field.Plan.Field.Boundary.ExteriorRing.Coordinates.Max(c => refill.Place.DistanceM(LocalPoint.From(c)));
        var finding = Finding.Error("plan.field.out-of-reach", field.Plan.Field.Name, refill.Name, $"{awayM:F0}");
        return field.Plan with { Cells = [], Findings = [.. field.Plan.Findings, FieldStage.About(finding, field.Plan.Field, farm.Frame)] };
    }
}
