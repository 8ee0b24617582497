using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning;

/// <summary>A <see cref="Leg"/> with the pump off.</summary>
/// <param name="Line">Its way around holes, notches, obstacles and zones: two points when straight.</param>
public sealed record TransitLeg(IReadOnlyList<LocalPoint> Line, TransitReason Reason) : Leg
{
    public override IReadOnlyList<LocalPoint> Path => Line;
}
