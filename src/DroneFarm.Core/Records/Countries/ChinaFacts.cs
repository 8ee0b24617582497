using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records.Countries;

/// <summary>What a record must say in China, as far as people write it down. The matrix with its sources is docs/records.md.</summary>
/// <remarks>
/// 农药管理条例 (2022 revision) article 36: time, place and target of use, and the pesticide's name, amount and producer. 农作物病虫害防治条例 (2020)
/// article 36 asks services for the same and how packages were disposed of. Ingredient, registration number and operator are what inspectors identify them by.
/// </remarks>
internal static class ChinaFacts
{
    /// <summary>How Chinese registration numbers begin: PD for pesticides, LS for provisional ones, WP for hygiene.</summary>
    private static readonly string[] NumberStarts = ["PD", "LS", "WP"];

    public static IEnumerable<Finding> Of(Plan plan, RecordTerms terms)
    {
        var (job, product) = (plan.Job, plan.Job.Product);
        if (Facts.IsBlank(plan.Farm.Name)) yield return Finding.Error("records.missing.place");
        if (Facts.IsBlank(product.Name)) yield return Finding.Error("records.missing.product");
        if (Facts.IsBlank(product.ActiveIngredient)) yield return Finding.Error("records.missing.ingredient");
        if (Facts.IsBlank(product.RegistrationNumber)) yield return Finding.Error("records.missing.registration");
        else if (!NumberStarts.Any(s => product.RegistrationNumber.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
            yield return Finding.Warning("records.registration-form", product.RegistrationNumber);
        if (Facts.IsBlank(product.Producer)) yield return Finding.Error("records.missing.producer");
        if (!(product.DosePerHa > 0) || Facts.IsBlank(product.DoseUnit)) yield return Finding.Error("records.missing.dose");
        if (Facts.IsBlank(job.Target)) yield return Finding.Error("records.missing.target");
        if (Facts.IsBlank(job.Operator)) yield return Finding.Error("records.missing.operator");
        if (Facts.IsBlank(job.Crop) && plan.Fields.Any(f => !f.IsRefused && Facts.IsBlank(f.Field.Crop))) yield return Finding.Warning("records.missing.crop");
        // Farms need not say it, services must; that only the service knows, and only once it is done.
        if (terms.Customer is not null && Facts.IsBlank(terms.Packages)) yield return Finding.Warning("records.missing.packages");
    }

}
