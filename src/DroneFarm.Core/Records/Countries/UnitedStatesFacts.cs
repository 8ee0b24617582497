using System.Text.RegularExpressions;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records.Countries;

/// <summary>
/// 40 CFR 171.303(b)(7): for whom (name, address), where, size, crop or site, time and date, product, EPA registration number, total amount, and the certified
/// applicator's name and number. 14 CFR 137.71(a): customer's name and address, date, name and quantity of the material, pilot's name, address, certificate
/// number and the date of the 137.19(e) test.
/// </summary>
internal static partial class UnitedStatesFacts
{
    public static IEnumerable<Finding> Of(Plan plan, RecordTerms terms)
    {
        foreach (var common in Facts.Common(plan)) yield return common;
        var number = plan.Job.Product.RegistrationNumber;
        if (Facts.IsBlank(number)) yield return Finding.Error("records.us.registration");
        else if (!EpaNumber().IsMatch(number)) yield return Finding.Warning("records.us.registration-form", number);
        if (Facts.IsBlank(terms.Customer?.Name) || Facts.IsBlank(terms.Customer?.Address)) yield return Finding.Error("records.us.customer");
        var applicator = terms.Applicator;
        if (Facts.IsBlank(applicator?.Name)) yield return Finding.Error("records.us.applicator");
        if (Facts.IsBlank(applicator?.Licence)) yield return Finding.Error("records.us.licence");
        if (Facts.IsBlank(applicator?.Address)) yield return Finding.Error("records.us.applicator-address");
        if (applicator?.TestedOn is null) yield return Finding.Error("records.us.tested");
    }

    /// <summary>Company and product, and for distributors a third number.</summary>
    [GeneratedRegex(@"^\d{1,6}-\d{1,5}(-\d{1,6})?$")]
    private static partial Regex EpaNumber();
}
