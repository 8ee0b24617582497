using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning;

/// <summary>Everything from the farm to the missions, with each stage visible. A plan with an error for the whole job has no missions.</summary>
public sealed record Plan(
    Farm Farm,
    Sprayer Sprayer,
    Job Job,
    IReadOnlyList<FieldPlan> Fields,
    Route Route,
    IReadOnlyList<Sortie> Sorties,
    IReadOnlyList<Mission> Missions,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>The aircraft that share the job.</summary>
    public Fleet Fleet { get; init; } = Fleet.One;

    /// <summary>From the first take-off to the last landing, filling between the sorties included.</summary>
    public TimeSpan Makespan => Sorties.Count == 0 ? TimeSpan.Zero : Sorties.Max(s => s.Finish);

    /// <summary>The job's findings and then each field's.</summary>
    public IEnumerable<Finding> AllFindings => Findings.Concat(Fields.SelectMany(f => f.Findings));

    public IEnumerable<Swath> Swaths => Fields.SelectMany(f => f.Swaths);

    public double PlannedAreaM2 => Fields.Where(f => !f.IsRefused).Sum(f => f.Field.AreaM2);
}
