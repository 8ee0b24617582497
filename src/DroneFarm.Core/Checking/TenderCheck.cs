using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;

namespace DroneFarm.Core.Checking;

/// <summary>
/// A tender that several aircraft share is in one place at a time: it stands at a stop while it fills an aircraft and until that takes off, and when one lands
/// there, and has the time to drive between. Which stops are its own is taken from the road's line, not from what the plan says of them.
/// </summary>
internal static class TenderCheck
{
    private const double OnRoadM = 0.05, SamePlaceM = 1, ToleranceS = 1;

    public static IEnumerable<Finding> Of(Plan plan)
    {
        var roads = plan.Farm.RefillPoints.Where(r => r.Road is { Count: > 1 }).ToDictionary(r => r.Id, r => new LineString([.. r.Road!.Select(p => p.ToCoordinate())]));
        foreach (var stop in plan.Sorties.SelectMany(s => new[] { s.From, s.To }).Where(p => p.Tender is not null).Distinct())
        {
            if (roads.TryGetValue(stop.Tender!, out var line) && AlongM(line, stop) is { } alongM && Math.Abs(alongM - stop.AlongM) <= OnRoadM) continue;
            yield return Finding.Error("check.fleet.tender-place", stop.Name) with { At = plan.Farm.Frame.ToGeo(stop.Place) };
        }

        if (plan.Fleet.Drones <= 1) yield break;
        foreach (var tender in plan.Farm.RefillPoints.Where(r => roads.ContainsKey(r.Id)))
        {
            if (Conflict(Stands(plan, roads[tender.Id]), tender.DriveMps) is not { } met) continue;
            yield return Finding.Error("check.fleet.tender", tender.Name, Say.Count(met.One.Sortie), Say.Count(met.Other.Sortie), Say.Whole(met.One.AlongM), Say.Whole(met.Other.AlongM))
                with { At = plan.Farm.Frame.ToGeo(met.Other.Place) };
        }
    }

    private static (Stand One, Stand Other)? Conflict(List<Stand> stands, double driveMps)
    {
        var longestS = stands.Count == 0 ? 0 : (stands.Max(s => s.AlongM) - stands.Min(s => s.AlongM)) / driveMps;
        for (var i = 0; i < stands.Count; i++)
        {
            for (var k = i + 1; k < stands.Count && stands[k].FromS < stands[i].ToS + longestS; k++)
            {
                var apartM = Math.Abs(stands[k].AlongM - stands[i].AlongM);
                if (apartM > SamePlaceM && stands[k].FromS - stands[i].ToS < (apartM / driveMps) - ToleranceS) return (stands[i], stands[k]);
            }
        }

        return null;
    }

    /// <summary>In the order in which they begin.</summary>
    private static List<Stand> Stands(Plan plan, LineString road)
    {
        var stands = new List<Stand>();
        foreach (var own in plan.Sorties.GroupBy(s => s.Vehicle))
        {
            foreach (var (i, sortie) in own.OrderBy(s => s.Start).Index())
            {
                double startS = sortie.Start.TotalSeconds, landS = sortie.Finish.TotalSeconds;
                Add(sortie.From, startS - (i > 0 ? plan.Sprayer.RefillS : 0), startS);
                Add(sortie.To, landS, landS);

                void Add(RefillPoint stop, double fromS, double toS)
                {
                    // A point of the farm that stands beside the road has stores of its own.
                    if (plan.Farm.RefillPoints.Any(r => r.Road is null && r.Place.DistanceM(stop.Place) <= OnRoadM)) return;
                    if (AlongM(road, stop) is { } alongM) stands.Add(new Stand(sortie.Number, alongM, stop.Place, fromS, toS));
                }
            }
        }

        stands.Sort((a, b) => a.FromS.CompareTo(b.FromS));
        return stands;
    }

    /// <summary>Null when the stop does not lie on the road.</summary>
    private static double? AlongM(LineString road, RefillPoint stop)
    {
        var at = stop.Place.ToCoordinate();
        return road.Distance(road.Factory.CreatePoint(at)) <= OnRoadM ? new LengthIndexedLine(road).Project(at) : null;
    }

    private sealed record Stand(int Sortie, double AlongM, Geo.LocalPoint Place, double FromS, double ToS);
}
