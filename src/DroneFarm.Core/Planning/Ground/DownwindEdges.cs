using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>
/// The strip of a field beside those of its edges over which the wind carries spray to foreign ground. An edge with another field of the farm right
/// behind it has none: what drifts there lands on ground that is sprayed with the same product.
/// </summary>
internal sealed class DownwindEdges
{
    /// <summary>A neighbour counts when it is this much nearer than it need be, so that rounding never makes one.</summary>
    private const double RoundingM = 0.01;

    private readonly STRtree<(Field Field, Rings Rings)> fields = new();
    private readonly Drift drift;
    private readonly UpwindReach reach;
    private readonly double leastCos;

    public DownwindEdges(Farm farm, Drift drift)
    {
        (this.drift, reach, leastCos) = (drift, new UpwindReach(drift, drift.EdgeM), Math.Cos((Math.PI / 2) + drift.HalfSectorRad));
        foreach (var field in farm.Fields) fields.Insert(field.Boundary.EnvelopeInternal, (field, Rings.Of(field.Boundary)));
        fields.Build();
    }

    /// <returns>Null where no spray leaves the field for foreign ground.</returns>
    public Geometry? Of(Field field)
    {
        if (drift.EdgeM < Swaths.StripScan.HairM) return null;
        var boundary = field.Boundary;
        var around = boundary.EnvelopeInternal.Copy();
        around.ExpandBy(drift.NeighbourGapM);
        var neighbours = fields.Query(around).Where(n => !ReferenceEquals(n.Field, field)).ToList();
        var foreign = new List<LineString>();
        foreach (var ring in (LineString[])[boundary.ExteriorRing, .. boundary.InteriorRings])
        {
            var corners = ring.Coordinates;
            for (var i = 1; i < corners.Length; i++)
            {
                var (from, to) = (LocalPoint.From(corners[i - 1]), LocalPoint.From(corners[i]));
                if (IsCrossed(from, to)) foreign.AddRange(Foreign(from, to, neighbours).Select(s => ring.Factory.CreateLineString([s.From.ToCoordinate(), s.To.ToCoordinate()])));
            }
        }

        return foreign.Count == 0 ? null : reach.Of(boundary.Factory.CreateMultiLineString([.. foreign]));
    }

    /// <summary>Whether the wind can cross an edge outwards. Outside is on the right: shells run counter-clockwise, holes clockwise.</summary>
    private bool IsCrossed(LocalPoint from, LocalPoint to) => (-(to - from).Unit.Left).Dot(drift.Towards) > leastCos;

    private IEnumerable<(LocalPoint From, LocalPoint To)> Foreign(LocalPoint from, LocalPoint to, List<(Field Field, Rings Rings)> neighbours)
    {
        var edge = new Envelope(from.ToCoordinate(), to.ToCoordinate());
        edge.ExpandBy(drift.NeighbourGapM);
        var near = neighbours.Where(n => n.Field.Boundary.EnvelopeInternal.Intersects(edge)).ToList();
        var nextDoor = new List<(double From, double To)>();
        foreach (var neighbour in near) NearStretches.Find(from, to, neighbour.Rings, drift.NeighbourGapM - RoundingM, nextDoor);
        foreach (var (start, end) in NearStretches.Others(nextDoor))
        {
            // Fields may overlap: a stretch deep inside another one is near none of its edges.
            var middle = from + ((to - from) * ((start + end) / 2));
            if (!near.Exists(n => n.Rings.Contains(middle))) yield return (from + ((to - from) * start), from + ((to - from) * end));
        }
    }
}
