using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records;

/// <summary>A job against its product's label, and the papers of who and what applied it against the day.</summary>
internal static class LabelFindings
{
    /// <summary>Pumps and nozzles wear: a flow measured longer ago than a season says little.</summary>
    private const int CalibrationGoodDays = 365;

    public static IEnumerable<Finding> Of(Plan plan, DateTimeOffset from)
    {
        var (product, terms, day) = (plan.Job.Product, plan.Job.Terms ?? RecordTerms.ChinaAlone, DateOnly.FromDateTime(from.UtcDateTime));
        if (product.Limits is { } limits)
        {
            if (limits.IsExample) yield return Finding.Note("records.label.example", product.Name);
            if (product.DosePerHa > limits.MaxDosePerHa * 1.0001) yield return Finding.Warning("records.label.dose-over", Say(product.DosePerHa), Say(limits.MaxDosePerHa), product.DoseUnit);
            if (product.DosePerHa < limits.MinDosePerHa * 0.9999) yield return Finding.Warning("records.label.dose-under", Say(product.DosePerHa), Say(limits.MinDosePerHa), product.DoseUnit);
            if (terms.CropStageBbch is { } stage && (stage < limits.FromBbch || stage > limits.ToBbch))
                yield return Finding.Warning("records.label.stage", $"{stage}", $"{limits.FromBbch ?? 0}", $"{limits.ToBbch ?? 99}");
            foreach (var zone in plan.Farm.Zones.Where(z => IsWater(z) && z.BufferM < limits.BufferM))
                yield return Finding.Warning("records.label.buffer", zone.Name, Say(zone.BufferM), Say(limits.BufferM));
            if (terms.HarvestOn is { } harvest && limits.PreHarvestDays is { } days && harvest < day.AddDays(days))
                yield return Finding.Warning("records.label.harvest", Say(harvest), $"{harvest.DayNumber - day.DayNumber}", $"{days}");
        }

        if (terms.Applicator?.ValidUntil is { } valid && valid < day) yield return Finding.Warning("records.licence.expired", terms.Applicator.Name, Say(valid));
        if (terms.Sprayer?.InspectedUntil is { } inspected && inspected < day) yield return Finding.Warning("records.sprayer.inspection", Say(inspected));
        if (terms.Sprayer?.CalibratedOn is { } calibrated && day.DayNumber - calibrated.DayNumber > CalibrationGoodDays) yield return Finding.Warning("records.sprayer.calibration", Say(calibrated));
    }

    private static bool IsWater(NoSprayZone zone) => zone.Kind is ZoneKind.FishPond or ZoneKind.Water;

    private static string Say(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Say(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
