namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Runs of sides that bent strips can follow.</summary>
internal static class Spines
{
    /// <summary>A corner of a spine turns at most so far; below the least there is nothing to follow.</summary>
    private const double SharpestRad = 0.4, LeastRad = 0.003;

    /// <summary>All corners of one spine together.</summary>
    private const double MostTurnRad = 1.4;

    /// <summary>Sides shorter than this many swath widths are rounded corners, which no strip follows.</summary>
    private const double ShortestWidths = 1.2;

    /// <summary>A spine is at least this share of the area's longest side.</summary>
    private const double LeastShare = 0.7;

    public static List<List<Side>> Of(List<Side> sides, double swathWidthM, int most)
    {
        var spines = new List<List<Side>>();
        var (last, turnedRad) = (default(Side), 0.0);
        foreach (var side in sides)
        {
            if (side.LengthM < ShortestWidths * swathWidthM)
            {
                last = null;
                continue;
            }

            var turnRad = last is not null && last.ToPoint == side.FromPoint ? Math.Abs(Math.IEEERemainder(side.TurnRad - last.TurnRad, 2 * Math.PI)) : double.MaxValue;
            if (turnRad is > SharpestRad or < LeastRad || turnedRad + turnRad > MostTurnRad)
            {
                spines.Add([]);
                turnedRad = 0;
            }
            else
            {
                turnedRad += turnRad;
            }

            spines[^1].Add(side);
            last = side;
        }

        var longestM = sides.Count > 0 ? sides.Max(s => s.LengthM) : 0;
        return [.. spines.Where(s => s.Count > 1 && LengthM(s) >= LeastShare * longestM).OrderByDescending(LengthM).Take(most)];
    }

    private static double LengthM(List<Side> spine) => spine.Sum(s => s.LengthM);
}
