namespace DroneFarm.Core.Spraying.Patterns;

/// <summary>The widest spacing at which a pattern is still even enough.</summary>
public static class EffectiveSwath
{
    /// <summary>What United States practice takes as even (USDA-ARS and ASABE S386.2 pattern testing: CV of 25 % or less).</summary>
    public const double UsualCv = 0.25;

    /// <summary>What NY/T 3213-2018 still allows a spraying drone in its effective swath.</summary>
    public const double NyT3213Cv = 0.40;

    private const double StepM = 0.02, LeastM = 0.2, ExactM = 1e-4;

    /// <summary>The effective swath, metres. A narrower spacing is not always more even: one pattern's hump may fall on the next one's.</summary>
    /// <returns>Null when no spacing from 0.2 m on is even enough.</returns>
    public static double? WidthM(SprayPattern pattern, double targetCv = UsualCv)
    {
        // Beyond its own width a pattern leaves a dry strip, whose CV alone is over 1 from twice the width on.
        var tooWideM = 2 * (pattern.RightM - pattern.LeftM);
        for (var spacingM = tooWideM; spacingM >= LeastM; spacingM -= StepM)
        {
            if (PatternOverlap.Cv(pattern, spacingM) > targetCv) continue;
            var (evenM, unevenM) = (spacingM, spacingM + StepM);
            while (unevenM - evenM > ExactM)
            {
                var middleM = (evenM + unevenM) / 2;
                if (PatternOverlap.Cv(pattern, middleM) <= targetCv) evenM = middleM;
                else unevenM = middleM;
            }

            return evenM;
        }

        return null;
    }
}
