using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>
/// The strip of a field beside those of its edges over which the wind carries spray to foreign ground. An edge with another field of the farm right
/// behind it has none: what drifts there lands on ground that is sprayed with the same product.
/// </summary>
internal sealed class DownwindEdges
{
    /// <summary>Neighbours are drawn this much smaller, so that rounding never makes one nearer than it is.</summary>
    private const double RoundingM = 0.01;

    private readonly STRtree<Field> fields = new();
    private readonly Drift drift;
    private readonly UpwindReach reach;

    public DownwindEdges(Farm farm, Drift drift)
    {
        (this.drift, reach) = (drift, new UpwindReach(drift, drift.EdgeM));
        foreach (var field in farm.Fields) fields.Insert(field.Boundary.EnvelopeInternal, field);
        fields.Build();
    }

    /// <returns>Null where no spray leaves the field for foreign ground.</returns>
    public Geometry? Of(Field field)
    {
        if (drift.EdgeM < Swaths.StripScan.HairM) return null;
        var left = field.Boundary.Factory.CreateMultiLineString([.. Rings(field.Boundary).SelectMany(Left)]);
        if (left.IsEmpty) return null;
        Geometry foreign = left;
        if (NextDoor(field) is { Count: > 0 } neighbours)
        {
            foreign = OverlayNGRobust.Overlay(left, OverlayNGRobust.Union(neighbours), SpatialFunction.Difference);
            if (foreign.IsEmpty) return null;
        }

        return reach.Of(foreign);
    }

    /// <summary>The edges of a ring that the wind can cross outwards. Outside is on the right: shells run counter-clockwise, holes clockwise.</summary>
    private IEnumerable<LineString> Left(LineString ring)
    {
        var leastCos = Math.Cos((Math.PI / 2) + drift.HalfSectorRad);
        for (var i = 1; i < ring.NumPoints; i++)
        {
            var step = LocalPoint.From(ring.GetCoordinateN(i)) - LocalPoint.From(ring.GetCoordinateN(i - 1));
            if ((-step.Unit.Left).Dot(drift.Towards) > leastCos) yield return ring.Factory.CreateLineString([ring.GetCoordinateN(i - 1), ring.GetCoordinateN(i)]);
        }
    }

    private List<Geometry> NextDoor(Field field)
    {
        var around = field.Boundary.EnvelopeInternal.Copy();
        around.ExpandBy(drift.NeighbourGapM);
        return [.. fields.Query(around).Where(f => !ReferenceEquals(f, field) && f.Boundary.IsWithinDistance(field.Boundary, drift.NeighbourGapM))
            .Select(f => drift.NeighbourGapM > RoundingM ? BufferOp.Buffer(f.Boundary, drift.NeighbourGapM - RoundingM, 16) : f.Boundary)];
    }

    private static IEnumerable<LineString> Rings(Polygon area) => [area.ExteriorRing, .. area.InteriorRings];
}
