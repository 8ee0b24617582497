using DroneFarm.Core.Coverage;

namespace DroneFarm.Reports.Maps;

/// <summary>The four areas of a coverage map in m², from the same sums as the record's table of fields.</summary>
internal readonly record struct CoverageAreas(double OnceM2, double TwiceM2, double MissedM2, double OffTargetM2)
{
    public static CoverageAreas Of(AsApplied applied)
    {
        var twiceM2 = applied.Doubled.Area;
        return new(
            Math.Max(0, applied.Fields.Sum(f => f.SprayedM2) - twiceM2),
            twiceM2,
            applied.Fields.Sum(f => f.MissedM2),
            applied.OffTarget.Area);
    }
}
