using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>
/// The ground of a field from which the wind carries spray over an edge that has no other field of the farm behind it. Worked out edge by edge:
/// what is left of it outside all other fields, each drawn larger by what the job's drift profile calls next door.
/// </summary>
internal sealed class ForeignEdge
{
    /// <summary>A strip this narrow holds no drop.</summary>
    private const double NothingM = 0.001;

    /// <summary>A strip that ends on the very edge it lies beside leaves hairs along it: it goes on so far outside.</summary>
    private const double OverEdgeM = 0.01;

    private readonly STRtree<(string Id, Lazy<IPreparedGeometry> Wide)> neighbours = new();
    private readonly DriftShadow shadow;
    private readonly Drift drift;

    public ForeignEdge(Farm farm, Drift drift)
    {
        (this.drift, shadow) = (drift, new DriftShadow(drift, drift.EdgeM));
        foreach (var field in farm.Fields.DistinctBy(f => f.Id))
        {
            var around = field.Boundary.EnvelopeInternal.Copy();
            around.ExpandBy(drift.NeighbourGapM);
            neighbours.Insert(around, (field.Id, new Lazy<IPreparedGeometry>(() => PreparedGeometryFactory.Prepare(field.Boundary.Buffer(drift.NeighbourGapM, quadrantSegments: 32)))));
        }

        neighbours.Build();
    }

    /// <returns>Pieces that may lie one over the other.</returns>
    public IEnumerable<Geometry> Of(Field field)
    {
        if (drift.EdgeM < NothingM) yield break;
        var boundary = field.Boundary;
        var near = neighbours.Query(boundary.EnvelopeInternal).Where(n => n.Id != field.Id).Select(n => n.Wide).ToList();
        for (var ring = -1; ring < boundary.NumInteriorRings; ring++)
        {
            var corners = (ring < 0 ? boundary.ExteriorRing : boundary.GetInteriorRingN(ring)).Coordinates;
            for (var i = 1; i < corners.Length; i++)
            {
                var (from, to) = (LocalPoint.From(corners[i - 1]), LocalPoint.From(corners[i]));
                if (!IsLeft(from, to)) continue;
                var outwards = -(to - from).Unit.Left * OverEdgeM;
                foreach (var (a, b) in Open(from, to, near, boundary.Factory))
                {
                    yield return shadow.Of(a, b, boundary.Factory);
                    yield return boundary.Factory.CreatePolygon(
                        [a.ToCoordinate(), b.ToCoordinate(), (b + outwards).ToCoordinate(), (a + outwards).ToCoordinate(), a.ToCoordinate()]);
                }
            }
        }
    }

    /// <summary>Whether some direction of the sector crosses an edge from the field outwards, which is to the right of a boundary's way round.</summary>
    private bool IsLeft(LocalPoint from, LocalPoint to)
    {
        if (from == to) return false;
        var offNormalRad = Math.Acos(Math.Clamp(drift.Towards.Cross((to - from).Unit), -1, 1));
        return offNormalRad < (Math.PI / 2) + drift.HalfSectorRad;
    }

    private static IEnumerable<(LocalPoint From, LocalPoint To)> Open(LocalPoint from, LocalPoint to, List<Lazy<IPreparedGeometry>> near, GeometryFactory factory)
    {
        Geometry open = factory.CreateLineString([from.ToCoordinate(), to.ToCoordinate()]);
        foreach (var neighbour in near)
        {
            if (!neighbour.Value.Intersects(open)) continue;
            if (neighbour.Value.Covers(open)) yield break;
            open = OverlayNGRobust.Overlay(open, neighbour.Value.Geometry, SpatialFunction.Difference);
            if (open.IsEmpty) yield break;
        }

        for (var i = 0; i < open.NumGeometries; i++)
        {
            if (open.GetGeometryN(i) is LineString { IsEmpty: false } piece) yield return (LocalPoint.From(piece.StartPoint.Coordinate), LocalPoint.From(piece.EndPoint.Coordinate));
        }
    }
}
