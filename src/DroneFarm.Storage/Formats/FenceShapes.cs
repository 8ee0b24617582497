using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats;

/// <summary>The polygons and circles that a mission's fence items make: Param1 of each vertex is its polygon's vertex count (MAV_CMD_NAV_FENCE_*).</summary>
internal sealed record FenceShapes(IReadOnlyList<FenceShapes.Ring> Polygons, IReadOnlyList<FenceShapes.Circle> Circles)
{
    public static FenceShapes Of(Mission mission)
    {
        var polygons = new List<Ring>();
        var circles = new List<Circle>();
        for (var i = 0; i < mission.Fence.Count;)
        {
            var item = mission.Fence[i];
            if (item.Command == MissionCommand.FenceExclusionCircle)
            {
                circles.Add(new Circle(PlaceOf(item), item.Param1));
                i++;
                continue;
            }

            var count = Math.Clamp((int)item.Param1, 1, mission.Fence.Count - i);
            polygons.Add(new Ring([.. mission.Fence.Skip(i).Take(count).Select(PlaceOf)], item.Command == MissionCommand.FenceInclusionVertex));
            i += count;
        }

        return new FenceShapes(polygons, circles);
    }

    private static GeoPoint PlaceOf(MissionItem item) => item.Place ?? throw new InvalidOperationException($"a fence item {item.Command} without a place");

    internal sealed record Ring(IReadOnlyList<GeoPoint> Vertices, bool Inclusion);

    internal sealed record Circle(GeoPoint Centre, double RadiusM);
}
