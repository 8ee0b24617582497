using DroneFarm.Core.Findings;
using DroneFarm.Core.Text;

namespace DroneFarm.Cli.Jobs;

/// <summary>A finding for scripts: its code is stable, its text is English.</summary>
internal sealed record FindingSummary(string Severity, string Code, string Text, string? FieldId, double? LatitudeDeg, double? LongitudeDeg)
{
    public static FindingSummary Of(Finding finding) => new(
        finding.Severity.ToString().ToLowerInvariant(), finding.Code, finding.Say(Language.English), finding.FieldId, finding.At?.LatitudeDeg, finding.At?.LongitudeDeg);
}
