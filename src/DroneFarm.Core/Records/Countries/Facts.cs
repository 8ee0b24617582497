using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records.Countries;

/// <summary>What a record must say by the law of each country that applies. The matrix with its sources is docs/records.md.</summary>
internal static class Facts
{
    public static IEnumerable<Finding> Of(Plan plan)
    {
        var terms = plan.Job.Terms ?? RecordTerms.ChinaAlone;
        return terms.Countries.Distinct().SelectMany(country => country switch
        {
            Country.China => ChinaFacts.Of(plan, terms),
            Country.UnitedStates => UnitedStatesFacts.Of(plan, terms),
            Country.EuropeanUnion => EuropeanFacts.Of(plan, terms),
            Country.UnitedKingdom => BritishFacts.Of(plan, terms),
            _ => throw new ArgumentOutOfRangeException(nameof(plan), country, "a country without a law"),
        }).DistinctBy(f => f.Text.Key);
    }

    /// <summary>What every country asks for: product, dose, crop, and where.</summary>
    public static IEnumerable<Finding> Common(Plan plan)
    {
        var product = plan.Job.Product;
        if (IsBlank(plan.Farm.Name)) yield return Finding.Error("records.missing.place");
        if (IsBlank(product.Name)) yield return Finding.Error("records.missing.product");
        if (!(product.DosePerHa > 0) || IsBlank(product.DoseUnit)) yield return Finding.Error("records.missing.dose");
        if (IsBlank(plan.Job.Crop) && plan.Fields.Any(f => !f.IsRefused && IsBlank(f.Field.Crop))) yield return Finding.Error("records.missing.crop-by-law");
    }

    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
