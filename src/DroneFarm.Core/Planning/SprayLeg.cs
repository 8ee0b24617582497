using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning;

/// <summary>A <see cref="Leg"/> with the pump on: a swath, or the part of one that a tank's end left over.</summary>
public sealed record SprayLeg(Swath Swath) : Leg
{
    public override IReadOnlyList<LocalPoint> Path => [Swath.Start, Swath.End];

    /// <summary>Whether its swath begins where the one before it ends, round a blunt corner, so that the pump stays on between them.</summary>
    public bool GoesOnFrom(Leg before) =>
        before is SprayLeg { Swath: var other } && other.FieldId == Swath.FieldId && other.Number == Swath.Number - 1 && other.End == Swath.Start;
}
