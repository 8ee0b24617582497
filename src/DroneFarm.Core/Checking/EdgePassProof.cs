using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>Whether a strip that a plan calls an edge pass is one: its outer side keeps to the edge of the target along its whole length.</summary>
internal static class EdgePassProof
{
    /// <summary>
    /// How far the outer side may be from the edge, in swath widths. A straight pass cuts the wobble of a digitised boundary,
    /// and runs past an inward corner by up to its own width; beyond one width another swath would fit in between.
    /// </summary>
    private const double ReachSwaths = 1;

    /// <summary>From one tested point to the next, in swath widths: between them the side is no more than half of this further off.</summary>
    private const double StepSwaths = 0.25;

    public static bool Holds(Strip strip, GroundArea target)
    {
        var corners = strip.Corners;
        return Follows(corners[0], corners[1], strip.WidthM, target) || Follows(corners[3], corners[2], strip.WidthM, target);
    }

    private static bool Follows(LocalPoint from, LocalPoint to, double widthM, GroundArea target)
    {
        var steps = (int)Math.Ceiling(from.DistanceM(to) / (StepSwaths * widthM));
        for (var i = 0; i <= steps; i++)
        {
            if (!target.IsNearEdge(from + ((to - from) * (i / Math.Max(1.0, steps))), ReachSwaths * widthM)) return false;
        }

        return true;
    }
}
