using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Coverage;

/// <summary>Works out where the spray went from what was flown, not from what was planned.</summary>
public static class AsAppliedMap
{
    public static AsApplied Of(Plan plan, FlightLog log)
    {
        var factory = GeometryFactory.Default;
        var widths = new SwathWidths(plan);
        var flown = FlownLine.Of(log, plan.Farm.Frame).Select(l => SprayRuns.Of(l, plan.Sprayer)).ToList();
        List<AppliedPass> passes = [.. flown.SelectMany(f => f.Runs).SelectMany(r => Strips.Of(r, widths, factory)).OrderBy(p => p.From)];
        var planned = plan.Fields.Where(f => !f.IsRefused).ToList();
        var ground = new AppliedGround(passes, factory);
        var doubled = ground.Doubled();
        var fields = planned.Select(f => ground.Of(f, doubled)).ToList();
        return new AsApplied(
            ground.Sprayed(),
            ground.Union([.. fields.Select(f => f.Doubled)]),
            ground.Union([.. fields.Select(f => f.Missed)]),
            ground.OffTarget(planned),
            passes,
            [.. fields.Select(f => f.Field)],
            passes.Sum(p => p.Litres),
            flown.Sum(f => f.UnknownM));
    }
}
