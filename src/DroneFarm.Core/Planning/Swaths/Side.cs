using DroneFarm.Core.Geo;
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

    /// <summary>How far the boundary leans into the area along this side: the lowest place for a straight band.</summary>
    public double InnermostV(Rings rings)
    {
        var v = Turned(rings).V;
        var innermost = double.MinValue;
        for (var i = FromPoint; i <= ToPoint; i++) innermost = Math.Max(innermost, v[i]);
        return innermost;
    }

    /// <summary>The middle of the outer line of a straight band along this side.</summary>
    public LocalPoint Middle(Rings rings)
    {
        var u = Turned(rings).U;
        return Turned(rings).ToLocal((u[FromPoint] + u[ToPoint]) / 2, InnermostV(rings));
    }
}
