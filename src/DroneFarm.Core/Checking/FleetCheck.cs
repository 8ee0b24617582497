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
                fills.Add(new Filling(next, next.Start.TotalSeconds - plan.Sprayer.RefillS, next.Start.TotalSeconds));
            }
        }

        foreach (var finding in Refills(plan, fills)) yield return finding;
        foreach (var finding in Distances(plan, flights, secondsOf)) yield return finding;
    }

    /// <summary>While one aircraft is filled no other is filled at the same place.</summary>
    private static IEnumerable<Finding> Refills(Plan plan, List<Filling> fills)
    {
        var inOrder = fills.OrderBy(f => f.FromS).ToList();
        for (var i = 0; i < inOrder.Count; i++)
        {
            var (one, _, toS) = inOrder[i];
            for (var k = i + 1; k < inOrder.Count && inOrder[k].FromS < toS - ToleranceS; k++)
            {
                var other = inOrder[k].Sortie;
                if (one.From.Place.DistanceM(other.From.Place) >= plan.Fleet.SeparationM) continue;
                yield return Finding.Error("check.fleet.refill-twice", one.From.Name, Say.Count(one.Number), Say.Count(other.Number)) with { At = plan.Farm.Frame.ToGeo(one.From.Place) };
            }
        }
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

    private sealed record Filling(Sortie Sortie, double FromS, double ToS);
}
