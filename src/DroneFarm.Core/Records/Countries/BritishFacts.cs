using System.Text.RegularExpressions;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records.Countries;

/// <summary>
/// Great Britain: assimilated Regulation (EC) 1107/2009 article 67(1): product, time, dose, area, crop, for three years. The Plant Protection Products (Sustainable
/// Use) Regulations 2012 (SI 2012/1657) ask for a certificate of who applies, inspected equipment, and a permit to spray from the air. The product goes by its MAPP number.
/// </summary>
internal static partial class BritishFacts
{
    public static IEnumerable<Finding> Of(Plan plan, RecordTerms terms)
    {
        foreach (var common in Facts.Common(plan)) yield return common;
        var number = plan.Job.Product.RegistrationNumber;
        if (Facts.IsBlank(number)) yield return Finding.Error("records.gb.mapp");
        else if (!Mapp().IsMatch(number)) yield return Finding.Warning("records.gb.mapp-form", number);
        if (Facts.IsBlank(terms.Applicator?.Name) && Facts.IsBlank(plan.Job.Operator)) yield return Finding.Error("records.missing.operator");
        if (Facts.IsBlank(terms.Applicator?.Licence)) yield return Finding.Warning("records.gb.certificate");
        if (terms.Sprayer?.InspectedUntil is null) yield return Finding.Warning("records.gb.inspection");
        if (Facts.IsBlank(terms.Permit)) yield return Finding.Error("records.gb.permit");
    }

    [GeneratedRegex(@"^(MAPP\s*)?\d{4,5}$", RegexOptions.IgnoreCase)]
    private static partial Regex Mapp();
}
