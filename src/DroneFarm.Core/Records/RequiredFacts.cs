using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Records;

/// <summary>What a record must say in China, as far as people write it down. The matrix with its sources is docs/records.md.</summary>
/// <remarks>
/// 农药管理条例 (2022 revision) article 36: time, place and target of use, and the pesticide's name, amount and producer. 农作物病虫害防治条例 (2020)
/// article 36 asks services for the same and how packages were disposed of. Ingredient, registration number and operator are what inspectors identify them by.
/// </remarks>
internal static class RequiredFacts
{
    /// <summary>How Chinese registration numbers begin: PD for pesticides, LS for provisional ones, WP for hygiene.</summary>
    private static readonly string[] NumberStarts = ["PD", "LS", "WP"];

    public static IEnumerable<Finding> Of(Plan plan)
    {
        var (job, product) = (plan.Job, plan.Job.Product);
        if (IsBlank(plan.Farm.Name)) yield return Finding.Error("records.missing.place");
        if (IsBlank(product.Name)) yield return Finding.Error("records.missing.product");
        if (IsBlank(product.ActiveIngredient)) yield return Finding.Error("records.missing.ingredient");
        if (IsBlank(product.RegistrationNumber)) yield return Finding.Error("records.missing.registration");
        else if (!NumberStarts.Any(s => product.RegistrationNumber.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
            yield return Finding.Warning("records.registration-form", product.RegistrationNumber);
        if (IsBlank(product.Producer)) yield return Finding.Error("records.missing.producer");
        if (!(product.DosePerHa > 0) || IsBlank(product.DoseUnit)) yield return Finding.Error("records.missing.dose");
        if (IsBlank(job.Target)) yield return Finding.Error("records.missing.target");
        if (IsBlank(job.Operator)) yield return Finding.Error("records.missing.operator");
        if (IsBlank(job.Crop) && plan.Fields.Any(f => !f.IsRefused && IsBlank(f.Field.Crop))) yield return Finding.Warning("records.missing.crop");
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
