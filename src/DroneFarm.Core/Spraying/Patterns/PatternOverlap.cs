namespace DroneFarm.Core.Spraying.Patterns;

/// <summary>
/// How even the deposit becomes when a pattern is laid side by side, flown to and fro, so that each pass lies beside its mirror image:
/// the coefficient of variation of ASABE S386.2 (Calibration and distribution pattern testing of agricultural aerial application equipment).
/// </summary>
public static class PatternOverlap
{
    /// <summary>Pieces between two kinks that are shorter than this carry nothing.</summary>
    private const double ShortestM = 1e-9;

    /// <summary>Standard deviation of the deposit over its mean, exact for the straight lines between samples; 0 is perfectly even. Infinite when nothing was caught.</summary>
    /// <param name="spacingM">Between neighbouring tracks.</param>
    public static double Cv(SprayPattern pattern, double spacingM)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spacingM);
        var passes = Passes(pattern, spacingM);
        var (sum, squares, periodM) = (0.0, 0.0, 2 * spacingM);
        var kinks = Kinks(pattern, passes, periodM);
        for (var i = 1; i < kinks.Count; i++)
        {
            var lengthM = kinks[i] - kinks[i - 1];
            if (lengthM < ShortestM) continue;

            // Asked inside the piece, where an upright edge cannot be: the deposit is a straight line through these two.
            var first = Together(pattern, passes, kinks[i - 1] + (lengthM / 4));
            var second = Together(pattern, passes, kinks[i] - (lengthM / 4));
            var (middle, slope) = ((first + second) / 2, second - first);
            sum += middle * lengthM;
            squares += ((middle * middle) + (slope * slope / 3)) * lengthM;
        }

        var mean = sum / periodM;
        return mean > 0 ? Math.Sqrt(Math.Max(0, (squares / periodM) - (mean * mean))) / mean : double.PositiveInfinity;
    }

    /// <summary>The tracks that reach into one period, two spacings wide, from 0 on.</summary>
    private static List<(double TrackM, int Sense)> Passes(SprayPattern pattern, double spacingM)
    {
        var reachM = Math.Max(Math.Abs(pattern.LeftM), Math.Abs(pattern.RightM));
        var beyond = (int)Math.Ceiling(reachM / spacingM);
        return [.. Enumerable.Range(-beyond, (2 * beyond) + 3).Select(k => (k * spacingM, k % 2 == 0 ? 1 : -1))];
    }

    private static List<double> Kinks(SprayPattern pattern, List<(double TrackM, int Sense)> passes, double periodM)
    {
        var kinks = new List<double> { 0, periodM };
        foreach (var (trackM, sense) in passes) kinks.AddRange(pattern.Samples.Select(s => trackM + (sense * s.OffsetM)).Where(x => x > 0 && x < periodM));
        kinks.Sort();
        return kinks;
    }

    private static double Together(SprayPattern pattern, List<(double TrackM, int Sense)> passes, double placeM)
    {
        var deposit = 0.0;
        foreach (var (trackM, sense) in passes) deposit += pattern.DepositAt(sense * (placeM - trackM));
        return deposit;
    }
}
