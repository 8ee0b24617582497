using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>Whether an edge lies within a distance of a point.</summary>
internal struct NearestEdge(LocalPoint point, double distanceM) : IEdgeVisit
{
    public bool IsWithin { get; private set; }

    public readonly bool Enters(in Box box, LocalPoint first, LocalPoint last) => !IsWithin && box.DistanceM2(point) <= distanceM * distanceM;

    public void See(LocalPoint a, LocalPoint b)
    {
        var edge = b - a;
        var length2 = edge.Dot(edge);
        var share = length2 > 0 ? Math.Clamp((point - a).Dot(edge) / length2, 0, 1) : 0;
        var off = point - (a + (edge * share));
        IsWithin |= off.Dot(off) <= distanceM * distanceM;
    }
}
