using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>Whether an edge enters a strip, but for a margin along the strip's own edge.</summary>
internal struct StripVisit(Strip strip, double marginM) : IEdgeVisit
{
    public bool IsEntered { get; private set; }

    public readonly bool Enters(in Box box, LocalPoint first, LocalPoint last) => !IsEntered && strip.Meets(box);

    public void See(LocalPoint from, LocalPoint to) => IsEntered = IsEntered || strip.IsEntered(from, to, marginM);
}
