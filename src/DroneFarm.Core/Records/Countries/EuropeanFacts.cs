using System.Text.RegularExpressions;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records.Countries;

/// <summary>
/// Regulation (EC) 1107/2009 article 67(1) and Implementing Regulation (EU) 2023/564 (electronic and machine-readable, from 2026 on, at the latest 30 days after
/// use): kind of use, product with its authorisation number, date and where it matters start time, dose, the land with its geodata and reference, its size, and
/// the crop by EPPO code, with its BBCH stage where the label limits it.
/// </summary>
internal static partial class EuropeanFacts
{
    public static IEnumerable<Finding> Of(Plan plan, RecordTerms terms)
    {
        foreach (var common in Facts.Common(plan)) yield return common;
        if (Facts.IsBlank(plan.Job.Product.RegistrationNumber)) yield return Finding.Error("records.eu.authorisation");
        if (Facts.IsBlank(terms.UseKind)) yield return Finding.Error("records.eu.use");
        if (Facts.IsBlank(terms.CropEppo)) yield return Finding.Error("records.eu.crop");
        else if (!EppoCode().IsMatch(terms.CropEppo)) yield return Finding.Error("records.eu.eppo-form", terms.CropEppo);
        if (Facts.IsBlank(terms.Parcel)) yield return Finding.Warning("records.eu.parcel");
        if (terms.CropStageBbch is null)
        {
            var limited = plan.Job.Product.Limits is { FromBbch: not null } or { ToBbch: not null };
            yield return limited ? Finding.Error("records.eu.stage") : Finding.Note("records.eu.stage-perhaps");
        }

        if (Facts.IsBlank(terms.Permit)) yield return Finding.Warning("records.eu.aerial");
    }

    /// <summary>Five letters for a plant, six or more for taxa above and for animals; the codes for non-taxa begin with a digit.</summary>
    [GeneratedRegex("^[0-9A-Z][A-Z]{4,6}$")]
    private static partial Regex EppoCode();
}
