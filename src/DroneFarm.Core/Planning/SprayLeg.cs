using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning;

/// <summary>A <see cref="Leg"/> with the pump on: a swath, or the part of one that a tank's end left over.</summary>
public sealed record SprayLeg(Swath Swath) : Leg
{
    public override IReadOnlyList<LocalPoint> Path => [Swath.Start, Swath.End];
}
