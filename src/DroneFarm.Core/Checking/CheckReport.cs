using DroneFarm.Core.Findings;

namespace DroneFarm.Core.Checking;

/// <summary>What the independent check found: it shares no algorithm with Planning, it proves the plan from the outside.</summary>
/// <param name="Findings">Of the job as a whole: tank, energy, pump, items, tails, fence, transits.</param>
/// <param name="Raster">All fields counted in cells; null when it was not asked for.</param>
public sealed record CheckReport(
    IReadOnlyList<FieldCheck> Fields,
    double Litres,
    TimeSpan Duration,
    double SprayedM,
    double TransitM,
    IReadOnlyList<Finding> Findings,
    RasterCount? Raster = null)
{
    public IEnumerable<Finding> AllFindings => Findings.Concat(Fields.SelectMany(f => f.Findings));

    public bool Passed => AllFindings.All(f => f.Severity != Severity.Error);

    public double AreaM2 => Fields.Sum(f => f.AreaM2);

    public double CoveredM2 => Fields.Sum(f => f.CoveredM2);

    public double DoubledM2 => Fields.Sum(f => f.DoubledM2);

    public double MissedM2 => Fields.Sum(f => f.SprayableM2 - f.CoveredM2);

    public double OffTargetM2 => Fields.Sum(f => f.OffTargetM2);

    /// <summary>Share of the mainland that is wetted, 0 to 1.</summary>
    public double MainlandCoverage => Fields.Sum(f => f.MainlandM2) is > 0 and var mainlandM2 ? Fields.Sum(f => f.CoveredMainlandM2) / mainlandM2 : 0;
}
