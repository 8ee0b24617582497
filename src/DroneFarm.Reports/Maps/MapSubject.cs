using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Reports.Maps;

/// <summary>What a map shows: a plan alone, or a plan with what was sprayed and flown on it.</summary>
internal sealed record MapSubject(Plan Plan, AsApplied? Applied = null, FlightLog? Log = null, bool Simulated = false)
{
    /// <summary>Zones and obstacles are shown this far beyond the fields.</summary>
    private const double NeighbourhoodM = 40;

    /// <summary>Fields, refill points in use and all wetted ground, with a margin. A track that strays is cut at the map's edge.</summary>
    public Envelope ExtentM()
    {
        var extent = new Envelope();
        foreach (var field in Plan.Farm.Fields) extent.ExpandToInclude(field.Boundary.EnvelopeInternal);
        foreach (var refill in Plan.Farm.RefillPoints) extent.ExpandToInclude(refill.Place.ToCoordinate());
        if (Applied is not null) extent.ExpandToInclude(Applied.Sprayed.EnvelopeInternal);
        if (extent.IsNull) extent = new Envelope(0, 100, 0, 100);
        var near = extent.Copy();
        near.ExpandBy(NeighbourhoodM);
        var around = Plan.Farm.Zones.Select(z => (z.Shape.EnvelopeInternal, z.BufferM)).Concat(Plan.Farm.Obstacles.Select(o => (o.Shape.EnvelopeInternal, o.ClearanceM)));
        foreach (var (shape, keptM) in around.Where(a => near.Intersects(a.EnvelopeInternal)))
        {
            var kept = shape.Copy();
            kept.ExpandBy(keptM);
            extent.ExpandToInclude(near.Intersection(kept));
        }

        extent.ExpandBy(Math.Max(5, 0.03 * Math.Max(extent.Width, extent.Height)));
        return extent;
    }

    /// <summary>Where each flown or planned sortie began to spray, by its number.</summary>
    public IEnumerable<(int Number, Coordinate Place)> SortieStarts()
    {
        if (Applied is null)
        {
            return from sortie in Plan.Sorties
                   let first = sortie.SprayLegs.FirstOrDefault()
                   where first is not null
                   select (sortie.Number, first.From.ToCoordinate());
        }

        return from pass in Applied.Passes
               group pass by pass.SortieNumber into sortie
               let first = sortie.MinBy(p => p.From)!
               where !first.Shape.IsEmpty
               select (sortie.Key, StartOf(first));
    }

    private Coordinate StartOf(AppliedPass pass)
    {
        var point = Log?.Track.FirstOrDefault(t => t.SortieNumber == pass.SortieNumber && t.At >= pass.From);
        return point is null ? pass.Shape.InteriorPoint.Coordinate : Plan.Farm.Frame.ToLocal(point.Place).ToCoordinate();
    }
}
