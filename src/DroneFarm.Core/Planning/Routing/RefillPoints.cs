using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Sorties;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>Which refill point serves which fields. Where the farm names none, one is assumed at a field's corner in each neighbourhood.</summary>
internal static class RefillPoints
{
    /// <summary>More than an obstacle's clearance, so that an aircraft that drifts as it lifts off keeps that too.</summary>
    private const double LiftOffM = 3;

    /// <param name="standParts">Into how many parts roads are parted whose tenders several aircraft share, a stop in the middle of each; null where each road is one aircraft's.</param>
    /// <returns>Each refill point with the fields nearest to it; points without fields are left out.</returns>
    public static List<(RefillPoint Refill, List<FieldDraft> Fields)> Share(Farm farm, IEnumerable<FieldDraft> fields, int? standParts, double clusterM)
    {
        var flown = fields.Where(f => !f.IsRefused).ToList();
        if (flown.Count == 0) return [];
        if (farm.RefillPoints.Count > 0)
        {
            var points = standParts is { } parts ? [.. farm.RefillPoints.SelectMany(p => Stops.Amid(p, parts).Select(s => s.Point))] : farm.RefillPoints;
            return [.. flown.GroupBy(f => points.MinBy(r => DistanceM(r, Middle(f)))!)
                .OrderBy(g => points.ToList().IndexOf(g.Key)).Select(g => (g.Key, g.ToList()))];
        }

        return [.. flown.GroupBy(f => Square(Middle(f), clusterM)).OrderBy(g => g.Key.Row).ThenBy(g => g.Key.Row % 2 == 0 ? g.Key.Column : -g.Key.Column)
            .Select((g, i) => (Assumed(farm, g, i + 1), g.ToList()))];
    }

    /// <summary>Further assumed points for fields too wide to be flown from one: on their edges, one in each square.</summary>
    public static List<RefillPoint> Around(Farm farm, RefillPoint first, IEnumerable<FieldDraft> fields, double clusterM) =>
        [.. fields.Select(f => f.Plan.Field.Boundary.ExteriorRing).SelectMany(r => Densifier.Densify(r, clusterM / 2).Coordinates.Where(c => IsClear(farm, r.Factory.CreatePoint(c))))
            .Select(LocalPoint.From).GroupBy(c => Square(c, clusterM)).Select((g, i) => new RefillPoint($"{first.Id}-{i + 1}", $"{first.Name}-{i + 1}", g.First()))];

    /// <summary>Says that there were none, and how many are flown to instead.</summary>
    public static Finding? Remark(Farm farm, IEnumerable<Sortie> sorties)
    {
        if (farm.RefillPoints.Count > 0) return null;
        var used = sorties.SelectMany(s => new[] { s.From, s.To }).Distinct().ToList();
        return used.Count == 0 ? null : Finding.Warning("plan.refill.assumed", $"{used.Count}") with { At = farm.Frame.ToGeo(used[0].Place) };
    }

    private static double DistanceM(RefillPoint refill, LocalPoint from)
    {
        if (refill.Road is not { Count: > 1 } road) return refill.Place.DistanceM(from);
        var at = from.ToCoordinate();
        return Enumerable.Range(1, road.Count - 1).Min(i => DistanceComputer.PointToSegment(at, road[i - 1].ToCoordinate(), road[i].ToCoordinate()));
    }

    private static LocalPoint Middle(FieldDraft field) => LocalPoint.From(field.Plan.Field.Boundary.EnvelopeInternal.Centre);

    private static (int Row, int Column) Square(LocalPoint at, double sideM) => ((int)Math.Floor(at.NorthM / sideM), (int)Math.Floor(at.EastM / sideM));

    /// <summary>The corner nearest to the middle of the fields that keeps clear of what stands there; the nearest of all where none does, which the check then tells.</summary>
    private static RefillPoint Assumed(Farm farm, IEnumerable<FieldDraft> fields, int number)
    {
        var all = fields.ToList();
        var middle = new LocalPoint(all.Average(f => Middle(f).EastM), all.Average(f => Middle(f).NorthM));
        var corners = all.SelectMany(f => f.Plan.Field.Boundary.ExteriorRing.Coordinates).OrderBy(c => LocalPoint.From(c).DistanceM(middle)).ToList();
        var clear = corners.Find(c => IsClear(farm, all[0].Plan.Field.Boundary.Factory.CreatePoint(c))) ?? corners[0];
        return new RefillPoint($"refill-{number}", $"{number}", LocalPoint.From(clear));
    }

    private static bool IsClear(Farm farm, Point at)
    {
        foreach (var obstacle in farm.Obstacles)
        {
            if (obstacle.Shape.IsWithinDistance(at, obstacle.ClearanceM + LiftOffM)) return false;
        }

        foreach (var zone in farm.Zones)
        {
            if (zone.Kind == ZoneKind.House && zone.Shape.IsWithinDistance(at, LiftOffM)) return false;
        }

        return true;
    }
}
