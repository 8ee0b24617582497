using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>A nearly straight run of boundary, with the area on its left.</summary>
/// <param name="FromPoint">Index into the rings' points.</param>
/// <param name="TurnRad">Its direction, counter-clockwise from east.</param>
internal sealed record Side(int FromPoint, int ToPoint, double LengthM, double TurnRad)
{
    private TurnedRings? turned;

    /// <summary>The area seen along this side; made once.</summary>
    public TurnedRings Turned(Rings rings) => turned ??= new TurnedRings(rings, TurnRad);
}
