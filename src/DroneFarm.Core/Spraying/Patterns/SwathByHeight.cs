namespace DroneFarm.Core.Spraying.Patterns;

/// <summary>
/// How the effective swath follows the height: straight lines between measured heights, in proportion to the nearest of them outside.
/// Flown lower, a swath is narrower; at the same speed and rate the flow then falls with its width (<see cref="Dose"/>).
/// </summary>
/// <remarks>The proportion is a nozzle fan's geometry. Below about 1.5 m the rotors' wash spreads wider than it says, so measure where you fly.</remarks>
public static class SwathByHeight
{
    /// <summary>Width at a height, metres; null when no pattern is even enough at any spacing.</summary>
    public static double? WidthM(IReadOnlyList<SprayPattern> patterns, double heightM, double targetCv = EffectiveSwath.UsualCv)
    {
        var known = Measured(patterns, targetCv);
        if (known.Count == 0) return null;
        var above = known.FindIndex(k => k.HeightM >= heightM);
        if (above <= 0) return Proportional(known[above < 0 ? ^1 : 0].WidthM, heightM, known[above < 0 ? ^1 : 0].HeightM);
        var (low, high) = (known[above - 1], known[above]);
        return low.WidthM + ((high.WidthM - low.WidthM) * (heightM - low.HeightM) / (high.HeightM - low.HeightM));
    }

    /// <summary>The lowest height that gives a width, metres; null when no pattern is even enough at any spacing.</summary>
    public static double? HeightM(IReadOnlyList<SprayPattern> patterns, double widthM, double targetCv = EffectiveSwath.UsualCv)
    {
        var known = Measured(patterns, targetCv);
        if (known.Count == 0) return null;
        if (widthM <= known[0].WidthM) return Proportional(known[0].HeightM, widthM, known[0].WidthM);
        for (var i = 1; i < known.Count; i++)
        {
            if (known[i].WidthM < widthM) continue;
            var (low, high) = (known[i - 1], known[i]);
            return low.HeightM + ((high.HeightM - low.HeightM) * (widthM - low.WidthM) / (high.WidthM - low.WidthM));
        }

        return Proportional(known[^1].HeightM, widthM, known[^1].WidthM);
    }

    private static double Proportional(double known, double at, double knownAt) => known * at / knownAt;

    private static List<(double HeightM, double WidthM)> Measured(IReadOnlyList<SprayPattern> patterns, double targetCv) =>
    [
        .. patterns.Select(p => (p.HeightM, WidthM: EffectiveSwath.WidthM(p, targetCv))).Where(p => p.WidthM is not null)
            .Select(p => (p.HeightM, p.WidthM!.Value)).OrderBy(p => p.HeightM),
    ];
}
