using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Routing;
using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning;

/// <summary>Gathers route and sorties, refill point by refill point.</summary>
internal sealed class JobWork(Farm farm, Sprayer sprayer, Job job, TransitFinder transits, CancellationToken cancel)
{
    private readonly Dictionary<FieldDraft, FieldPlan> plans = [];
    private readonly List<Leg> legs = [];

    public List<Sortie> Sorties { get; } = [];

    public Route Route => new(legs);

    /// <summary>A field that cannot be flown from its refill point is refused whole: half a field sprayed is worse to mend than none.</summary>
    public void Add(RefillPoint refill, List<FieldDraft> fields)
    {
        var left = fields;
        var cutter = new SortieCutter(sprayer, job, Way);
        while (left.Count > 0)
        {
            var route = RouteStage.Of(refill, left, transits, plans, cancel);
            var tooFar = new List<Swath>();
            var sorties = cutter.Cut(refill, route, Sorties.Count + 1, tooFar, cancel);
            if (tooFar.Count == 0)
            {
                legs.Add(new TransitLeg(Way(refill.Place, route[0].From), TransitReason.ToWork));
                legs.AddRange(route);
                legs.Add(new TransitLeg(Way(route[^1].To, refill.Place), TransitReason.ToRefill));
                Sorties.AddRange(sorties);
                return;
            }

            var refused = tooFar.Select(s => s.FieldId).ToHashSet();
            foreach (var field in left.Where(f => refused.Contains(f.Plan.Field.Id))) plans[field] = OutOfReach(field, refill);
            left = [.. left.Where(f => !refused.Contains(f.Plan.Field.Id))];
        }
    }

    public FieldPlan PlanOf(FieldDraft draft) => plans.GetValueOrDefault(draft, draft.Plan);

    private FieldPlan OutOfReach(FieldDraft field, RefillPoint refill)
    {
        var awayM = refill.Place.DistanceM(field.Entry(0));
        var finding = Finding.Error("plan.field.out-of-reach", field.Plan.Field.Name, refill.Name, $"{awayM:F0}");
        return field.Plan with { Cells = [], Findings = [.. field.Plan.Findings, FieldStage.About(finding, field.Plan.Field, farm.Frame)] };
    }

    private IReadOnlyList<LocalPoint> Way(LocalPoint from, LocalPoint to) => transits.Way(from, to) ?? [from, to];
}
