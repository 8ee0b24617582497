using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Buffer;

namespace DroneFarm.Core.Planning.Missions;

/// <summary>
/// The fence of a sortie: one inclusion polygon around every flown line, and exclusions around the obstacles in it that the sortie flies lower
/// than. An exclusion reaches to every height (ARDUPILOT.md point 25), so an obstacle that a line passes over gets none.
/// </summary>
internal sealed class FenceWriter
{
    /// <summary>The autopilot's storage as delivered (ARDUPILOT.md point 12).</summary>
    private const int MostItems = 70;

    private const int MostInclusion = 24, PolygonVertices = 12;

    /// <summary>The exclusion starts this share of the clearance away from the obstacle: the rest is room for wind and position error.</summary>
    private const double ClearanceShare = 0.5;

    private readonly STRtree<Obstacle> obstacles = new();
    private readonly Farm farm;
    private readonly double marginM;

    /// <param name="lowestM">Of the heights that are sprayed at.</param>
    public FenceWriter(Farm farm, double lowestM, double marginM)
    {
        (this.farm, this.marginM) = (farm, marginM);
        foreach (var obstacle in farm.Obstacles.Where(o => o.HeightM > lowestM && !o.Shape.IsEmpty)) obstacles.Insert(obstacle.Shape.EnvelopeInternal, obstacle);
        obstacles.Build();
    }

    public List<MissionItem> Items(Sortie sortie, List<Finding> findings)
    {
        var factory = new GeometryFactory();
        var line = factory.CreateLineString([.. sortie.Legs.SelectMany(l => l.Path).Append(sortie.From.Place).Select(p => p.ToCoordinate())]);
        var inclusion = Inclusion(line);
        var items = Polygon(MissionCommand.FenceInclusionVertex, inclusion.ExteriorRing.Coordinates).ToList();
        var leftOut = 0;
        foreach (var obstacle in obstacles.Query(inclusion.EnvelopeInternal).OrderBy(o => o.Shape.Distance(line)))
        {
            var reachM = Math.Max(0.5, obstacle.ClearanceM * ClearanceShare);
            if (!inclusion.Intersects(obstacle.Shape) || obstacle.Shape.IsWithinDistance(line, reachM + 0.2)) continue;
            var exclusion = Exclusion(obstacle, reachM, inclusion, line);
            if (items.Count + exclusion.Count > MostItems || exclusion.Count == 0) leftOut++;
            else items.AddRange(exclusion);
        }

        if (leftOut > 0) findings.Add(Finding.Note("plan.fence.left-out", $"{sortie.Number}", $"{leftOut}", $"{MostItems}"));
        return items;
    }

    /// <summary>The convex hull with its margin; a convex polygon has no place where a line and its margin could get out.</summary>
    private Polygon Inclusion(LineString line)
    {
        var hull = new ConvexHull(line).GetConvexHull();
        var wide = BufferOp.Buffer(hull, marginM, new BufferParameters(1, EndCapStyle.Square, JoinStyle.Mitre, 2));
        for (var toleranceM = 1.0; wide.NumPoints - 1 > MostInclusion && toleranceM < 1000; toleranceM *= 2)
        {
            var thin = NetTopologySuite.Simplify.DouglasPeuckerSimplifier.Simplify(hull, toleranceM);
            wide = BufferOp.Buffer(thin.ConvexHull(), marginM + toleranceM, new BufferParameters(1, EndCapStyle.Square, JoinStyle.Mitre, 2));
        }

        return (Polygon)wide.ConvexHull();
    }

    private List<MissionItem> Exclusion(Obstacle obstacle, double reachM, Polygon inclusion, LineString line)
    {
        if (obstacle.Shape is Point point)
        {
            var place = MissionWriter.Stored(farm.Frame.ToGeo(LocalPoint.From(point.Coordinate)));
            return [new MissionItem(MissionCommand.FenceExclusionCircle, Param1: reachM, Place: place)];
        }

        var area = BufferOp.Buffer(obstacle.Shape, reachM, new BufferParameters(1, EndCapStyle.Square, JoinStyle.Mitre, 2)).Intersection(inclusion);
        var thin = area.NumPoints - 1 <= PolygonVertices ? area : NetTopologySuite.Simplify.TopologyPreservingSimplifier.Simplify(area, reachM / 2);
        if (thin is not NetTopologySuite.Geometries.Polygon { IsEmpty: false } polygon || polygon.Intersects(line)) return [];
        return [.. Polygon(MissionCommand.FenceExclusionVertex, polygon.ExteriorRing.Coordinates)];
    }

    private IEnumerable<MissionItem> Polygon(MissionCommand command, Coordinate[] ring) =>
        ring.SkipLast(1).Select(c => new MissionItem(command, Param1: ring.Length - 1, Place: MissionWriter.Stored(farm.Frame.ToGeo(LocalPoint.From(c)))));
}
