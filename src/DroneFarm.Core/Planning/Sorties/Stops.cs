using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>The places from which the fields of one refill point may be served: the point itself and others near it, or stops along its road.</summary>
internal sealed class Stops
{
    /// <summary>Stops along a road are this far apart: nearer ones change a ferry by less than the driver would notice.</summary>
    private const double StopEveryM = 20;

    private const int MostChoices = 3;

    private readonly List<Stop> all;

    private Stops(List<Stop> all) => this.all = all;

    /// <param name="others">Further points that stand and may be used, the first one included or not.</param>
    public static Stops At(RefillPoint refill, IEnumerable<RefillPoint> others) =>
        new(refill.Road is not null ? Along(refill, StopEveryM) : [new Stop(refill), .. others.Where(o => o != refill && o.Road is null).Select(o => new Stop(o))]);

    /// <summary>Where to land after one swath and take off for the next: the least way first, then the nearest to either.</summary>
    /// <param name="landing">Null before the first sortie.</param>
    /// <param name="next">Null after the last.</param>
    public List<Stop> Between(LocalPoint? landing, LocalPoint? next)
    {
        if (all.Count == 1) return all;
        var (from, to) = (landing ?? next!.Value, next ?? landing!.Value);
        if (all.Count <= MostChoices) return all;
        List<Stop> best = [Least(s => from.DistanceM(s.Place) + s.Place.DistanceM(to)), Least(s => from.DistanceM(s.Place)), Least(s => s.Place.DistanceM(to))];
        return [.. best.Distinct()];
    }

    /// <summary>The middles of equal parts of the road of a refill point; the point itself where it has none.</summary>
    public static List<Stop> Amid(RefillPoint refill, int parts)
    {
        var lengthM = refill.Road is { } road ? road.Zip(road.Skip(1), (a, b) => a.DistanceM(b)).Sum() : 0;
        return Along(refill, Math.Max(lengthM / parts, 1e-3), lengthM / parts / 2);
    }

    /// <summary>Stops along the road of a refill point, the first at its beginning; the point itself where it has none.</summary>
    private static List<Stop> Along(RefillPoint refill, double everyM, double firstM = 0)
    {
        if (refill.Road is not { } road) return [new Stop(refill)];
        var stops = new List<Stop>();
        var (passedM, nextM) = (0.0, firstM);
        for (var i = 1; i < road.Count; i++)
        {
            var lengthM = road[i - 1].DistanceM(road[i]);
            for (; nextM <= passedM + lengthM; nextM += everyM)
            {
                var place = road[i - 1] + ((road[i] - road[i - 1]).Unit * (nextM - passedM));
                stops.Add(new Stop(new RefillPoint($"{refill.Id}@{nextM:F0}", $"{refill.Name} {nextM:F0} m", place, DriveMps: refill.DriveMps, Tender: refill.Id, AlongM: nextM), nextM, refill.DriveMps));
            }

            passedM += lengthM;
        }

        return stops;
    }

    private Stop Least(Func<Stop, double> costM)
    {
        var (least, leastM) = (all[0], double.MaxValue);
        foreach (var stop in all)
        {
            if (costM(stop) is var m && m < leastM) (least, leastM) = (stop, m);
        }

        return least;
    }
}
