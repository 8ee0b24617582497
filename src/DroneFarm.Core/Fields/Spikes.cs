using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Fields;

/// <summary>
/// Cuts off what sticks out of a boundary as a needle: a satellite fix that jumped, or a stroke of the pen too far. Only needles outwards are cut, so that
/// ground is lost and none gained; a needle inwards may be a ditch.
/// </summary>
internal static class Spikes
{
    /// <summary>A needle is narrower than this over its shorter side, metres.</summary>
    public const double NarrowM = 0.05;

    /// <summary>Shorter ones are corners that were clicked twice, and do no harm, metres.</summary>
    private const double LeastLengthM = 0.5;

    /// <param name="polygon">Valid, the shell counter-clockwise.</param>
    /// <returns>The polygon itself where nothing was cut.</returns>
    public static (Polygon Polygon, int Cut) CutOff(Polygon polygon)
    {
        var ring = polygon.ExteriorRing.Coordinates.SkipLast(1).ToList();
        var before = ring.Count;
        for (var i = 0; i < ring.Count && ring.Count > 3;)
        {
            if (!IsNeedle(At(i - 1), At(i), At(i + 1)))
            {
                i++;
                continue;
            }

            ring.RemoveAt(i);
            // What was behind the tip may be a needle itself now.
            i = Math.Max(0, i - 1);
        }

        if (ring.Count == before) return (polygon, 0);
        var shell = polygon.Factory.CreateLinearRing([.. ring, ring[0].Copy()]);
        var cut = polygon.Factory.CreatePolygon(shell, [.. polygon.InteriorRings.Cast<LinearRing>()]);
        return cut.IsValid && cut.Area > 0 && cut.Area <= polygon.Area ? (cut, before - ring.Count) : (polygon, 0);

        LocalPoint At(int index) => LocalPoint.From(ring[(index + ring.Count) % ring.Count]);
    }

    private static bool IsNeedle(LocalPoint before, LocalPoint tip, LocalPoint after)
    {
        LocalVector back = before - tip, on = after - tip;
        if (Math.Min(back.LengthM, on.LengthM) < LeastLengthM || back.Dot(on) <= 0) return false;
        var widthM = on.Cross(back) / Math.Max(back.LengthM, on.LengthM);
        return widthM is > 0 and < NarrowM;
    }
}
