using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>
/// Several aircraft on one job: each has time on the ground between its sorties, no refill point fills two at a time, and no two come nearer than the
/// fleet's separation at any planned moment.
/// </summary>
internal static class FleetCheck
{
    /// <summary>Plan files keep seconds finely; a second is nothing to people at a refill point.</summary>
    private const double ToleranceS = 1;

    /// <summary>Nothing is carried from one refill point to another faster than this, m/s.</summary>
    private const double FastestCarriedMps = 15;

    public static IEnumerable<Finding> Of(Plan plan, IReadOnlyList<MissionFlight> flights, IReadOnlyDictionary<int, double> secondsOf)
    {
        foreach (var sortie in plan.Sorties.Where(s => s.Vehicle < 1 || s.Vehicle > plan.Fleet.Drones))
            yield return Finding.Error("check.fleet.vehicle", Say.Count(sortie.Number), Say.Count(sortie.Vehicle), Say.Count(plan.Fleet.Drones));
        if (plan.Fleet.Drones <= 1) yield break;

        var fills = new List<Filling>();
        foreach (var own in plan.Sorties.GroupBy(s => s.Vehicle))
        {
            var inOrder = own.OrderBy(s => s.Start).ToList();
            for (var i = 1; i < inOrder.Count; i++)
            {
                var (before, next) = (inOrder[i - 1], inOrder[i]);
                var neededS = plan.Sprayer.RefillS + (before.To.Place.DistanceM(next.From.Place) / FastestCarriedMps);
                if ((next.Start - before.Finish).TotalSeconds < neededS - ToleranceS)
                    yield return Finding.Error("check.fleet.no-time", Say.Count(next.Vehicle), Say.Count(before.Number), Say.Count(next.Number), Say.Tenth(neededS / 60));
                fills.Add(new Filling(next, before.Finish.TotalSeconds, next.Start.TotalSeconds));
            }
        }

        foreach (var finding in Refills(plan, fills)) yield return finding;
        foreach (var finding in Distances(plan, flights, secondsOf)) yield return finding;
    }

    /// <summary>
    /// While one aircraft is filled no other is filled at the same place: those that land after a moment and take off before another are filled one after
    /// the other between the two.
    /// </summary>
    private static IEnumerable<Finding> Refills(Plan plan, List<Filling> fills)
    {
        var byEnd = fills.OrderBy(f => f.ToS).ToList();
        foreach (var first in fills)
        {
            var neededS = 0.0;
            foreach (var last in byEnd.Where(f => f.FromS >= first.FromS && IsSame(f, first)))
            {
                neededS += plan.Sprayer.RefillS;
                if (neededS <= last.ToS - first.FromS + ToleranceS || last == first) continue;
                yield return Finding.Error("check.fleet.refill-twice", first.Sortie.From.Name, Say.Count(first.Sortie.Number), Say.Count(last.Sortie.Number))
                    with { At = plan.Farm.Frame.ToGeo(first.Sortie.From.Place) };
                break;
            }
        }

        bool IsSame(Filling a, Filling b) => a.Sortie.From.Place.DistanceM(b.Sortie.From.Place) < plan.Fleet.SeparationM;
    }

    private static IEnumerable<Finding> Distances(Plan plan, IReadOnlyList<MissionFlight> flights, IReadOnlyDictionary<int, double> secondsOf)
    {
        var inAir = new List<TimedFlight>();
        foreach (var flight in flights.OrderBy(f => f.Sortie.Start))
        {
            var timed = TimedFlight.Of(flight, plan.Sprayer, plan.Job, secondsOf[flight.Sortie.Number]);
            inAir.RemoveAll(f => f.EndS <= timed.StartS);
            foreach (var other in inAir.Where(o => o.Sortie.Vehicle != timed.Sortie.Vehicle))
            {
                if (timed.FirstTooNear(other, plan.Fleet.SeparationM, plan.Fleet.LaneStepM) is not { } met) continue;
                yield return Finding.Error(
                    "check.fleet.too-near", Say.Count(other.Sortie.Number), Say.Count(timed.Sortie.Number), Say.Tenth(met.AtS / 60), Say.Whole(plan.Fleet.SeparationM),
                    Say.Whole(plan.Fleet.LaneStepM)) with { At = plan.Farm.Frame.ToGeo(met.Place) };
            }

            inAir.Add(timed);
        }
    }

    /// <param name="Sortie">Before which it is filled.</param>
    /// <param name="FromS">It has landed.</param>
    /// <param name="ToS">It takes off.</param>
    private sealed record Filling(Sortie Sortie, double FromS, double ToS);
}
