using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>Counts the edges that a ray to the east crosses: an odd number of them from a point inside.</summary>
internal struct EastwardRay(LocalPoint from) : IEdgeVisit
{
    public bool IsOdd { get; private set; }

    public bool Enters(in Box box, LocalPoint first, LocalPoint last)
    {
        if (box.NorthM <= from.NorthM || box.SouthM > from.NorthM || box.EastM <= from.EastM) return false;
        if (box.WestM <= from.EastM) return true;
        // All of these edges lie to the east: they cross the ray an odd number of times if they end on its other side.
        IsOdd ^= first.NorthM > from.NorthM != last.NorthM > from.NorthM;
        return false;
    }

    public void See(LocalPoint a, LocalPoint b)
    {
        if (a.NorthM > from.NorthM == b.NorthM > from.NorthM) return;
        IsOdd ^= from.EastM < a.EastM + ((from.NorthM - a.NorthM) / (b.NorthM - a.NorthM) * (b.EastM - a.EastM));
    }
}
