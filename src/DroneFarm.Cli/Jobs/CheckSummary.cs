using DroneFarm.Core.Checking;

namespace DroneFarm.Cli.Jobs;

/// <summary>A check in figures, for scripts. Shares are 0 to 1.</summary>
/// <param name="Raster">The same areas counted in cells; null when that was not done.</param>
internal sealed record CheckSummary(
    bool Passed, int Fields, double AreaM2, double CoveredM2, double MainlandCoverage, double DoubledM2, double MissedM2, double OffTargetM2,
    double Litres, double Minutes, double SprayedM, double TransitM, IReadOnlyList<FindingSummary> Findings, RasterCount? Raster)
{
    public static CheckSummary Of(CheckReport report) => new(
        report.Passed, report.Fields.Count, report.AreaM2, report.CoveredM2, report.MainlandCoverage, report.DoubledM2, report.MissedM2, report.OffTargetM2,
        report.Litres, report.Duration.TotalMinutes, report.SprayedM, report.TransitM, [.. report.AllFindings.Select(FindingSummary.Of)], report.Raster);
}
