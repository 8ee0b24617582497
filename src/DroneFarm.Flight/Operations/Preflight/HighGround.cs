using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Flight.Operations.Preflight;

/// <summary>The highest ground under any way home of a sortie. RTL keeps one height over where the sortie took off, however the ground between rises (RTL_ALT_TYPE 0).</summary>
/// <remarks>What is left between must be as much as the job is sprayed at: a way home is no nearer to the ground than a swath.</remarks>
/// <param name="At">Where it is.</param>
/// <param name="RiseM">Over the ground where the sortie takes off.</param>
public sealed record HighGround(GeoPoint At, double RiseM)
{
    /// <summary>Half the spacing that ArduPilot keeps heights at (TERRAIN_SPACING 100 m, default), and no finer than the tiles.</summary>
    private const double EveryM = 50;

    /// <summary>Looked at from everywhere on the sortie straight to where it takes off and to where it lands. Where a height is not known, the vehicle waits for it, and says so.</summary>
    /// <param name="groundM">Metres above sea level, null where not known; may read files.</param>
    /// <returns>Null where the ground at the take-off is not known.</returns>
    public static HighGround? Of(Sortie sortie, LocalFrame frame, Func<GeoPoint, double?> groundM)
    {
        if (groundM(frame.ToGeo(sortie.From.Place)) is not { } homeM) return null;
        HighGround? highest = null;
        foreach (var from in sortie.Legs.SelectMany(l => Along(l.Path)))
        {
            foreach (var home in new[] { sortie.From.Place, sortie.To.Place }.Distinct())
            {
                foreach (var at in Along([from, home]).Select(frame.ToGeo))
                {
                    if (groundM(at) - homeM is { } riseM && riseM > (highest?.RiseM ?? double.NegativeInfinity)) highest = new HighGround(at, riseM);
                }
            }
        }

        return highest;
    }

    private static IEnumerable<LocalPoint> Along(IReadOnlyList<LocalPoint> path)
    {
        for (var i = 1; i < path.Count; i++)
        {
            var (from, way) = (path[i - 1], path[i] - path[i - 1]);
            var steps = Math.Max(1, (int)Math.Ceiling(path[i - 1].DistanceM(path[i]) / EveryM));
            for (var k = i == 1 ? 0 : 1; k <= steps; k++) yield return from + (way * ((double)k / steps));
        }
    }
}
