using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DroneFarm.Core.Checking;

/// <summary>The distance from everything flown to every obstacle: its clearance to the side, or its vertical clearance above.</summary>
internal sealed class ObstacleClearance
{
    private readonly STRtree<Obstacle> index = new();
    private readonly LocalFrame frame;

    public ObstacleClearance(IReadOnlyList<Obstacle> obstacles, LocalFrame frame)
    {
        this.frame = frame;
        foreach (var obstacle in obstacles)
        {
            var reach = obstacle.Shape.EnvelopeInternal.Copy();
            reach.ExpandBy(obstacle.ClearanceM);
            index.Insert(reach, obstacle);
        }
    }

    /// <summary>One finding for each obstacle that a mission comes too near to.</summary>
    public IEnumerable<Finding> Of(MissionFlight flight)
    {
        if (index.IsEmpty) yield break;
        var told = new HashSet<Obstacle>(ReferenceEqualityComparer.Instance);
        foreach (var segment in flight.Segments)
        {
            foreach (var obstacle in index.Query(new Envelope(segment.From.ToCoordinate(), segment.To.ToCoordinate())))
            {
                if (told.Contains(obstacle) || segment.LowestM >= obstacle.OverM) continue;
                var line = Line(segment, obstacle.Shape.Factory);
                var distanceM = line.Distance(obstacle.Shape);
                if (distanceM >= obstacle.ClearanceM - SortieMatch.WireM) continue;
                if (LowestNearM(segment, line, obstacle) >= obstacle.OverM) continue;
                told.Add(obstacle);
                yield return Finding.Error("check.obstacle", flight.Number, Say.Count(segment.Item), obstacle.Id, Say.Tenth(distanceM), Say.Tenth(obstacle.ClearanceM))
                    with { At = frame.ToGeo(LocalPoint.From(obstacle.Shape.Centroid.Coordinate)) };
            }
        }
    }

    private static Geometry Line(FlownSegment segment, GeometryFactory factory) =>
        segment.LengthM > 0
            ? factory.CreateLineString([segment.From.ToCoordinate(), segment.To.ToCoordinate()])
            : factory.CreatePoint(segment.From.ToCoordinate());

    /// <summary>The lowest height on the part of a segment within an obstacle's clearance; height changes evenly along a leg.</summary>
    private static double LowestNearM(FlownSegment segment, Geometry line, Obstacle obstacle)
    {
        if (segment.LengthM == 0) return segment.LowestM;
        var near = line.Intersection(obstacle.Shape.Buffer(obstacle.ClearanceM, quadrantSegments: 64));
        return near.Coordinates
            .Select(c => segment.From.DistanceM(LocalPoint.From(c)) / segment.LengthM)
            .Select(share => segment.FromHeightM + (share * segment.ClimbM))
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();
    }
}
