using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>Joins the fields' swaths into the legs of one way from a refill point and back to it.</summary>
internal static class RouteStage
{
    /// <param name="plans">Gets each field's swaths, numbered in flying order.</param>
    /// <returns>Swaths and the transits between them; the ways from and to the refill point depend on the sorties and are not among them.</returns>
    public static List<Leg> Of(RefillPoint refill, IReadOnlyList<FieldDraft> fields, TransitFinder transits, Dictionary<FieldDraft, FieldPlan> plans, CancellationToken cancel)
    {
        var legs = new List<Leg>();
        foreach (var (field, tour) in FieldOrder.Of(fields, refill.Place, refill.Road?[^1] ?? refill.Place, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            var swaths = field.Swaths(tour);
            plans[field] = field.Plan with { Swaths = swaths };
            for (var i = 0; i < swaths.Count; i++)
            {
                if (legs.Count > 0) legs.Add(i == 0 ? Between(legs[^1].To, swaths[0].Start, transits) : Inside(field, legs[^1].To, swaths[i].Start, transits));
                legs.Add(new SprayLeg(swaths[i]));
            }
        }

        return legs;
    }

    /// <summary>A way at transit height; straight where everything is closed, which the plan's findings tell.</summary>
    private static TransitLeg Between(LocalPoint from, LocalPoint to, TransitFinder transits) =>
        new(transits.Way(from, to) ?? [from, to], TransitReason.NextField);

    /// <summary>Inside the field; over its edge only where its ground is in pieces.</summary>
    private static TransitLeg Inside(FieldDraft field, LocalPoint from, LocalPoint to, TransitFinder transits) =>
        from == to ? new TransitLeg([from, to], TransitReason.NextSwath)
        : field.Paths!.Way(from, to) is { } inside ? new TransitLeg(inside, TransitReason.NextSwath) : Between(from, to, transits);
}
