using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>A question put to the edges of a ring, see <see cref="EdgeTree"/>.</summary>
internal interface IEdgeVisit
{
    /// <summary>Whether the edges in a box must be seen one by one. If not, the visit has settled what they add from their first and last point.</summary>
    bool Enters(in Box box, LocalPoint first, LocalPoint last);

    void See(LocalPoint from, LocalPoint to);
}
