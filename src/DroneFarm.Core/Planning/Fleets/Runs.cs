namespace DroneFarm.Core.Planning.Fleets;

/// <summary>
/// Parts a row of sorties into one run for each aircraft: what is next to each other in the route stays with one aircraft, so that they work apart.
/// The longest run is as short as it can be, and among such parts the one that takes the fewest fields to pieces.
/// </summary>
internal static class Runs
{
    /// <summary>Longer than the shortest possible by no more than this share: what a field kept whole may cost.</summary>
    private const double WholeFieldShare = 0.02;

    /// <param name="seconds">Of each sortie, filling included.</param>
    /// <param name="sharesField">Whether a sortie works in the last field of the one before it.</param>
    /// <returns>The first sortie of each run, in order; fewer runs than asked for when there are fewer sorties.</returns>
    public static List<int> Of(IReadOnlyList<double> seconds, IReadOnlyList<bool> sharesField, int runs)
    {
        runs = Math.Min(runs, seconds.Count);
        if (runs <= 1) return [0];
        var (tooShort, enough) = (seconds.Max(), seconds.Sum());
        if (Needed(seconds, tooShort) <= runs) enough = tooShort;
        while (enough - tooShort > 1)
        {
            var middle = (tooShort + enough) / 2;
            if (Needed(seconds, middle) <= runs) enough = middle;
            else tooShort = middle;
        }

        return Part(seconds, sharesField, runs, enough * (1 + WholeFieldShare));
    }

    private static int Needed(IReadOnlyList<double> seconds, double longest)
    {
        var (needed, filled) = (1, 0.0);
        foreach (var s in seconds)
        {
            if (filled + s > longest) (needed, filled) = (needed + 1, 0);
            filled += s;
        }

        return needed;
    }

    /// <summary>By dynamic programming over the ends of runs: the fewest cut fields, then the least sum of squares, so that runs are even.</summary>
    private static List<int> Part(IReadOnlyList<double> seconds, IReadOnlyList<bool> sharesField, int runs, double longest)
    {
        var n = seconds.Count;
        var best = new (double Cuts, double Squares, int Begin)[runs + 1, n + 1];
        for (var r = 0; r <= runs; r++)
        {
            for (var end = 0; end <= n; end++) best[r, end] = (double.PositiveInfinity, 0, -1);
        }

        best[0, 0] = (0, 0, 0);
        for (var r = 1; r <= runs; r++)
        {
            for (var end = r; end <= n; end++)
            {
                var filled = 0.0;
                for (var begin = end - 1; begin >= r - 1; begin--)
                {
                    filled += seconds[begin];
                    if (filled > longest && begin < end - 1) break;
                    var (cuts, squares, _) = best[r - 1, begin];
                    cuts += begin > 0 && sharesField[begin] ? 1 : 0;
                    squares += filled * filled;
                    if (cuts < best[r, end].Cuts || (cuts == best[r, end].Cuts && squares < best[r, end].Squares)) best[r, end] = (cuts, squares, begin);
                }
            }
        }

        var starts = new List<int>();
        var used = runs;
        while (used > 1 && !double.IsFinite(best[used, n].Cuts)) used--;
        for (var (r, end) = (used, n); r > 0; end = starts[^1], r--) starts.Add(best[r, end].Begin);
        starts.Reverse();
        return starts;
    }
}
