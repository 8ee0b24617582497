using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>The fence of one mission as the autopilot keeps it: one polygon to stay in, polygons and circles to stay out of, at every height.</summary>
internal sealed record Fence(GroundArea Inside, IReadOnlyList<Polygon> Outside, IReadOnlyList<(LocalPoint Centre, double RadiusM)> Circles)
{
    /// <summary>Reads the fence items.</summary>
    /// <returns>Null when there is no inclusion polygon, or a polygon's vertices are not as many as they say.</returns>
    public static Fence? Read(IReadOnlyList<MissionItem> items, LocalFrame frame)
    {
        var inside = new List<Polygon>();
        var outside = new List<Polygon>();
        var circles = new List<(LocalPoint, double)>();
        for (var i = 0; i < items.Count;)
        {
            if (items[i].Place is not { IsValid: true } place) return null;
            if (items[i].Command == MissionCommand.FenceExclusionCircle)
            {
                circles.Add((frame.ToLocal(place), items[i].Param1));
                i++;
                continue;
            }

            var count = (int)items[i].Param1;
            var vertices = items.Skip(i).TakeWhile(v => v.Command == items[i].Command && v.Param1 == count && v.Place is { IsValid: true }).Take(count).ToList();
            if (count < 3 || vertices.Count < count) return null;
            if (Ring([.. vertices.Select(v => frame.ToLocal(v.Place!.Value).ToCoordinate())]) is not { } polygon) return null;
            if (items[i].Command == MissionCommand.FenceInclusionVertex) inside.Add(polygon);
            else if (items[i].Command == MissionCommand.FenceExclusionVertex) outside.Add(polygon);
            else return null;
            i += count;
        }

        return inside is [var only] ? new Fence(new GroundArea(only), outside, circles) : null;
    }

    public bool Keeps(LocalPoint from, LocalPoint to)
    {
        if (!Inside.Keeps(from, to, 0)) return false;
        if (Outside.Count == 0 && Circles.Count == 0) return true;
        var line = GeometryFactory.Default.CreateLineString([from.ToCoordinate(), to.ToCoordinate()]);
        Geometry flown = from == to ? line.StartPoint : line;
        return Outside.All(o => !o.Intersects(flown))
            && Circles.All(c => DistanceComputer.PointToSegment(c.Centre.ToCoordinate(), line[0], line[1]) >= c.RadiusM - SortieMatch.WireM);
    }

    private static Polygon? Ring(List<Coordinate> vertices)
    {
        var polygon = new GeometryFactory().CreatePolygon([.. vertices, vertices[0].Copy()]);
        return polygon.IsValid && polygon.Area > 0 ? polygon : null;
    }
}
