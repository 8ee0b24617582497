using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>
/// The route shows what the sorties fly: each swath once, every leg where the one before it ended, and between two swaths the same way
/// as the sortie that flies both. The ways from and to refill points are the sorties' own, since the route is cut there.
/// </summary>
internal static class RouteMatch
{
    private const double ToleranceM = 0.005;

    public static IEnumerable<Finding> Of(Plan plan)
    {
        var route = plan.Route.Legs;
        if (route.Count == 0 && plan.Sorties.Count == 0) yield break;
        var parts = route.OfType<SprayLeg>().Select(l => l.Swath).ToLookup(s => (s.FieldId, s.Number));
        var wrong = plan.Swaths.FirstOrDefault(s => SwathLedger.Entry(s, [.. parts[(s.FieldId, s.Number)]]) is not null);
        var known = plan.Swaths.Select(s => (s.FieldId, s.Number)).ToHashSet();
        wrong ??= parts.Where(p => !known.Contains(p.Key)).Select(p => p.First()).FirstOrDefault();
        if (wrong is not null) yield return Differs(wrong.Start, wrong.FieldId, plan);

        for (var i = 1; i < route.Count; i++)
        {
            if (route[i] is TransitLeg { Reason: TransitReason.ToWork } || route[i].From.DistanceM(route[i - 1].To) <= ToleranceM) continue;
            yield return Differs(route[i].From, (route[i] as SprayLeg)?.Swath.FieldId, plan);
            break;
        }

        var flown = new Dictionary<(Step, Step), TransitLeg>();
        foreach (var (from, way, to) in plan.Sorties.SelectMany(s => Ways(s.Legs))) flown.TryAdd((from, to), way);
        foreach (var (from, way, to) in Ways(route))
        {
            if (!flown.TryGetValue((from, to), out var same) || IsSame(way, same)) continue;
            yield return Differs(way.From, from.FieldId, plan);
            break;
        }
    }

    private static Finding Differs(LocalPoint place, string? fieldId, Plan plan) =>
        Finding.Error("check.route.differs") with { FieldId = fieldId, At = plan.Farm.Frame.ToGeo(place) };

    private static IEnumerable<(Step From, TransitLeg Way, Step To)> Ways(IReadOnlyList<Leg> legs)
    {
        for (var i = 1; i + 1 < legs.Count; i++)
        {
            if (legs[i] is TransitLeg way && legs[i - 1] is SprayLeg from && legs[i + 1] is SprayLeg to) yield return (Step.Of(from), way, Step.Of(to));
        }
    }

    private static bool IsSame(TransitLeg one, TransitLeg other) =>
        one.Reason == other.Reason && one.Path.Count == other.Path.Count && one.Path.Zip(other.Path).All(p => p.First.DistanceM(p.Second) <= ToleranceM);

    /// <summary>A swath by its name.</summary>
    private readonly record struct Step(string FieldId, int Number)
    {
        public static Step Of(SprayLeg leg) => new(leg.Swath.FieldId, leg.Swath.Number);
    }
}
