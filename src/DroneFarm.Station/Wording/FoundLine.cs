using DroneFarm.Core.Findings;

namespace DroneFarm.Station.Wording;

/// <summary>A finding for a list and for the map.</summary>
/// <param name="At">Longitude and latitude, degrees; null where it has no place.</param>
public sealed record FoundLine(Severity Severity, Said Text, string? FieldId, double[]? At)
{
    public static FoundLine Of(Finding finding) =>
        new(finding.Severity, Said.Of(finding), finding.FieldId, finding.At is { } at ? [at.LongitudeDeg, at.LatitudeDeg] : null);

    /// <summary>The grave ones first.</summary>
    public static IReadOnlyList<FoundLine> All(IEnumerable<Finding> findings) => [.. findings.OrderByDescending(f => f.Severity).Select(Of)];
}
