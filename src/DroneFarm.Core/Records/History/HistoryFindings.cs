using System.Globalization;
using DroneFarm.Core.Findings;

namespace DroneFarm.Core.Records.History;

/// <summary>What the field's past says of an application: resistance groups in a row, the season's maximum, fields that may not be entered.</summary>
public static class HistoryFindings
{
    /// <summary>A season when nobody says when the crop was sown: from tillage to harvest of rice or spring wheat.</summary>
    private const int UsualSeasonDays = 180;

    /// <summary>Weeds of a rotation meet the same mode of action again within so many days: a year and a month.</summary>
    private const int RotationDays = 400;

    /// <param name="now">What was or is to be applied.</param>
    /// <param name="past">Other applications of any field, those in force only; <paramref name="now"/> may be among them.</param>
    public static IEnumerable<Finding> Of(FieldApplication now, IEnumerable<FieldApplication> past)
    {
        var before = past.Where(p => p.FieldKey == now.FieldKey && p.From < now.From && !p.Withdrawn && p.JobId != now.JobId).OrderByDescending(p => p.From).ToList();
        return [.. SameGroup(now, before), .. Season(now, before), .. Entry(now, before)];
    }

    /// <summary>What the past says of each of several.</summary>
    /// <param name="all">All that is known of any field, those themselves included.</param>
    public static IReadOnlyList<Finding> Of(IEnumerable<FieldApplication> applications, IEnumerable<FieldApplication> all)
    {
        var byField = all.ToLookup(a => a.FieldKey);
        return [.. applications.SelectMany(a => Of(a, byField[a.FieldKey]))];
    }

    private static IEnumerable<Finding> SameGroup(FieldApplication now, List<FieldApplication> before)
    {
        var groups = now.Limits?.ResistanceGroups ?? [];
        var last = before.FirstOrDefault(p => p.Limits?.ResistanceGroups.Count > 0);
        var shared = groups.Intersect(last?.Limits?.ResistanceGroups ?? []).ToList();
        if (last is not null && shared.Count > 0 && (now.From - last.From).TotalDays <= RotationDays)
            yield return On(now, Finding.Warning("records.history.same-group", now.FieldName, string.Join(", ", shared), last.ProductName, Day(last.From)));
    }

    private static IEnumerable<Finding> Season(FieldApplication now, List<FieldApplication> before)
    {
        if (now.Limits is not { } limits) yield break;
        var begin = now.Terms?.SownOn is { } sown ? new DateTimeOffset(sown.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : now.From - TimeSpan.FromDays(UsualSeasonDays);
        var same = before.Where(p => p.From >= begin && IsSameProduct(p, now)).ToList();
        if (same.Count + 1 > limits.MaxApplicationsPerSeason)
            yield return On(now, Finding.Warning("records.history.times", now.FieldName, now.ProductName, $"{same.Count + 1}", $"{limits.MaxApplicationsPerSeason}"));
        var dose = same.Append(now).Sum(p => p.DosePerHa);
        if (limits.MaxSeasonDosePerHa is { } most && dose > most * 1.0001)
            yield return On(now, Finding.Warning("records.history.season-dose", now.FieldName, Say(dose), Say(most), now.DoseUnit));
    }

    private static IEnumerable<Finding> Entry(FieldApplication now, List<FieldApplication> before)
    {
        foreach (var earlier in before)
        {
            if (earlier.Limits?.ReEntryH is { } hours && now.From < earlier.To.AddHours(hours))
                yield return On(now, Finding.Warning("records.history.entry", now.FieldName, Moment(earlier.To.AddHours(hours)), earlier.ProductName));
            if (earlier.Limits?.PreHarvestDays is { } days && now.Terms?.HarvestOn is { } harvest && harvest < DateOnly.FromDateTime(earlier.To.UtcDateTime).AddDays(days))
                yield return On(now, Finding.Warning("records.history.harvest", now.FieldName, earlier.ProductName, Day(earlier.To.AddDays(days))));
        }
    }

    /// <summary>By registration number where both have one: one product has many names.</summary>
    private static bool IsSameProduct(FieldApplication a, FieldApplication b) =>
        a.RegistrationNumber.Length > 0 && b.RegistrationNumber.Length > 0 ? a.RegistrationNumber == b.RegistrationNumber : a.ProductName == b.ProductName;

    private static Finding On(FieldApplication application, Finding finding) => finding with { FieldId = application.FieldId };

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    private static string Say(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
