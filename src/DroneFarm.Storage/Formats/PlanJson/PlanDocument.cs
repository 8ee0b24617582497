using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>The file plan.json. All places are longitude and latitude in degrees with nine decimals, except in missions.</summary>
/// <param name="Fingerprint">SHA-256 of this document without it, lower-case hexadecimal.</param>
/// <param name="Fleet">The aircraft that share the job; absent for one.</param>
internal sealed record PlanDocument(
    string Format,
    int Version,
    FarmJson Farm,
    Sprayer Sprayer,
    Job Job,
    IReadOnlyList<FieldPlanJson> Fields,
    IReadOnlyList<LegJson> Route,
    IReadOnlyList<SortieJson> Sorties,
    IReadOnlyList<MissionJson> Missions,
    IReadOnlyList<Finding> Findings,
    string? Fingerprint = null,
    Fleet? Fleet = null)
{
    public const string FormatName = "dronefarm-plan";
    public const int CurrentVersion = 1;
}
