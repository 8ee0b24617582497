using DroneFarm.Core.Checking;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Fleets;
using DroneFarm.Core.Planning.Missions;
using DroneFarm.Core.Text;

namespace DroneFarm.Core.Resuming;

/// <summary>
/// Plans what is left of a job from what was flown: the interrupted swath from its breakpoint, then the rest in its order, cut anew into sorties, and proved
/// by the same check as any plan. Its sorties are numbered on, so that every flight of a job has a number of its own.
/// </summary>
public static class Remainder
{
    /// <param name="plan">The whole job as it was planned.</param>
    /// <param name="log">All that was flown of it, by whichever vehicle.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RemainderPlan Of(Plan plan, FlightLog log, RemainderOptions options, CancellationToken cancel = default)
    {
        var spans = SprayedSpans.Of(plan, log);
        var breakpoint = BreakpointOf(spans, plan);
        var interrupted = breakpoint is null ? null : spans.Last!.Value.Swath;
        foreach (var leg in options.Reserved.SelectMany(s => s.SprayLegs)) spans.Reserve(leg.Swath);
        var left = plan.Swaths.ToDictionary(s => (s.FieldId, s.Number), s => LeftOver.Of(s, spans.On(s), interrupted, options).ToList());
        if (left.Values.All(parts => parts.Count == 0)) return new RemainderPlan(null, Phrase.Of("resume.nothing-left"), breakpoint);

        var route = new RemainderRoute(plan, left, options.Entry == ReEntry.Nearest, cancel);
        if (route.TooFar is { } refill) return new RemainderPlan(null, Phrase.Of("resume.out-of-reach", refill.Name), breakpoint);
        var replanned = Plan(plan, route, FirstNumber(plan, log, options), options, cancel);
        var check = PlanCheck.Of(replanned, new CheckOptions(Raster: false), cancel: cancel);
        return check.Passed
            ? new RemainderPlan(replanned, null, breakpoint)
            : new RemainderPlan(null, Phrase.Of("resume.check-failed", check.AllFindings.First(f => f.Severity == Severity.Error).Code), breakpoint);
    }

    /// <summary>Where spraying stopped; null when it stopped at a swath's end, or nothing was sprayed.</summary>
    public static Breakpoint? BreakpointOf(Plan plan, FlightLog log) => BreakpointOf(SprayedSpans.Of(plan, log), plan);

    private static Breakpoint? BreakpointOf(SprayedSpans spans, Plan plan)
    {
        if (spans.Last is not { } last || LeftOver.IsFlownToItsEnd(last.Swath, spans.On(last.Swath))) return null;
        var alongM = spans.On(last.Swath)[^1].ToM;
        return new Breakpoint(last.Swath.FieldId, last.Swath.Number, alongM, last.Swath.Between(0, alongM).End, last.At);
    }

    private static int FirstNumber(Plan plan, FlightLog log, RemainderOptions options) => 1 + plan.Sorties.Select(s => s.Number)
        .Concat(options.Reserved.Select(s => s.Number)).Concat(log.Track.Select(p => p.SortieNumber)).Concat(log.Events.Select(e => e.SortieNumber)).Max();

    private static Plan Plan(Plan plan, RemainderRoute route, int firstNumber, RemainderOptions options, CancellationToken cancel)
    {
        List<Sortie> sorties =
        [
            .. FleetStage.Of(route.Sorties, plan.Fleet, options.Vehicles ?? plan.Fleet.Vehicles, plan.Sprayer, plan.Job, cancel)
                .Select(s => s with { Number = firstNumber + s.Number - 1 }),
        ];
        var findings = new List<Finding>();
        var missions = MissionStage.Of(plan.Farm, plan.Sprayer, plan.Job, plan.Fleet, route.Fields, sorties, options.FenceMarginM, findings).ConvertAll(StopFirst);
        return plan with { Fields = route.Fields, Route = new Route(route.Legs), Sorties = sorties, Missions = missions, Findings = findings };
    }

    /// <summary>
    /// The first swath is begun from a stand: a waypoint that is flown through is passed at up to full speed, and then the pump, which follows its order half a
    /// second late, begins up to 3 m behind it; out of a stand within 1 m.
    /// </summary>
    private static Mission StopFirst(Mission mission)
    {
        var items = mission.Items.ToList();
        var on = items.FindIndex(i => i is { Command: MissionCommand.Sprayer, Param1: 1 });
        var at = on < 0 ? -1 : items.FindLastIndex(on, i => i.Command == MissionCommand.Waypoint);
        if (at >= 0) items[at] = items[at] with { Param1 = 1 };
        return mission with { Items = items };
    }
}
