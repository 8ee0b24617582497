using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>
/// The ground of a field from which the wind carries spray over an edge that has no other field of the farm behind it. Worked out edge by edge:
/// the stretches of it that lie farther from every neighbour than the job's drift profile says.
/// </summary>
internal sealed class ForeignEdge(Drift drift)
{
    /// <summary>A strip this narrow holds no drop.</summary>
    private const double NothingM = 0.001;

    /// <summary>A strip that ends on the very edge it lies beside leaves hairs along it: it goes on so far outside.</summary>
    private const double OverEdgeM = 0.01;

    private readonly DriftShadow shadow = new(drift, drift.EdgeM);

    /// <param name="neighbours">Fields of the farm near this one.</param>
    /// <returns>Pieces that may lie one over the other.</returns>
    public IEnumerable<Geometry> Of(Field field, IEnumerable<Field> neighbours)
    {
        if (drift.EdgeM < NothingM) yield break;
        var boundary = field.Boundary;
        var near = neighbours.Where(n => n.Id != field.Id && n.Boundary.Distance(boundary) <= drift.NeighbourGapM)
            .Select(n => n.Boundary.Buffer(drift.NeighbourGapM, quadrantSegments: 64)).ToList();
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
        var along = (to - from).Unit;
        var offNormalRad = Math.Acos(Math.Clamp(drift.Towards.Cross(along), -1, 1));
        return offNormalRad < (Math.PI / 2) + drift.HalfSectorRad;
    }

    private static IEnumerable<(LocalPoint From, LocalPoint To)> Open(LocalPoint from, LocalPoint to, List<Geometry> near, GeometryFactory factory)
    {
        Geometry open = factory.CreateLineString([from.ToCoordinate(), to.ToCoordinate()]);
        foreach (var neighbour in near) open = OverlayNGRobust.Overlay(open, neighbour, SpatialFunction.Difference);
        for (var i = 0; i < open.NumGeometries; i++)
        {
            if (open.GetGeometryN(i) is LineString { IsEmpty: false } piece) yield return (LocalPoint.From(piece.StartPoint.Coordinate), LocalPoint.From(piece.EndPoint.Coordinate));
        }
    }
}
