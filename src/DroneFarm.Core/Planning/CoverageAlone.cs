using DroneFarm.Core.Fields;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Planning.Rates;

namespace DroneFarm.Core.Planning;

/// <summary>What <see cref="Planner"/> does for a field by itself, from headland to ordered swaths, for whoever wants to time it. One thread at a time.</summary>
public sealed class CoverageAlone
{
    private readonly Farm farm;
    private readonly JobTerms terms;
    private readonly FieldRates? rates;
    private readonly Surroundings around;
    private readonly PlanOptions options = new();

    /// <param name="plan">Whose farm, sprayer and job count; directions that were given when it was made are not known to it any more.</param>
    public CoverageAlone(Plan plan)
    {
        farm = plan.Farm;
        terms = JobTerms.Of(plan.Sprayer, plan.Job, options);
        rates = FieldRates.Of(terms.Sprayer, terms.Job, farm.Frame);
        around = new Surroundings(farm, terms.Job);
    }

    /// <returns>Empty where the field is refused.</returns>
    public IReadOnlyList<Swath> Of(Field field)
    {
        var draft = FieldStage.Of(field, around, terms, rates, options, farm.Frame);
        return draft.IsRefused ? [] : draft.Swaths(0);
    }
}
