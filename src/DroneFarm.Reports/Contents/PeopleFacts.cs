using System.Globalization;
using DroneFarm.Core.Spraying;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>Papers of who and what applied it, and what the label allows: only what somebody wrote down.</summary>
internal static class PeopleFacts
{
    public static IEnumerable<Block> Of(RecordSource source, Words words, Figures figures)
    {
        var record = source.Record;
        var terms = record.Job.Terms;
        List<Fact> papers = [];
        List<Fact> label = [];
        void Say(List<Fact> facts, string key, string? value)
        {
            if (!string.IsNullOrEmpty(value)) facts.Add(new Fact(words.Caption(key), value));
        }

        if (terms is not null)
        {
            Say(papers, "record.countries", string.Join(", ", terms.Countries.Select(c => words.Joined(Key(c)))));
            Say(papers, "record.customer", Lines(terms.Customer?.Name, terms.Customer?.Address));
            Say(papers, "record.applicator", Lines(terms.Applicator?.Name, terms.Applicator?.Address));
            Say(papers, "record.licence", Lines(string.Join(' ', new[] { terms.Applicator?.LicenceKind, terms.Applicator?.Licence }.Where(t => !string.IsNullOrEmpty(t))), Until(terms.Applicator?.ValidUntil, words)));
            Say(papers, "record.tested", Day(terms.Applicator?.TestedOn));
            Say(papers, "record.supervisor", terms.Applicator?.Supervisor);
            Say(papers, "record.serial", Lines(terms.Sprayer?.Serial, terms.Sprayer?.Registration));
            Say(papers, "record.calibrated", Day(terms.Sprayer?.CalibratedOn));
            Say(papers, "record.inspected", Until(terms.Sprayer?.InspectedUntil, words));
            Say(papers, "record.permit", terms.Permit);
            Say(papers, "record.packages", terms.Packages);
            Say(label, "record.eppo", Lines(terms.CropEppo, terms.TargetEppo));
            Say(label, "record.stage", terms.CropStageBbch is { } stage ? $"BBCH {stage.ToString("00", CultureInfo.InvariantCulture)} · {words.Joined($"bbch.{stage / 10}")}" : null);
            Say(label, "record.use", terms.UseKind);
            Say(label, "record.parcel", terms.Parcel);
            Say(label, "record.sown", Day(terms.SownOn));
            Say(label, "record.harvest", Day(terms.HarvestOn));
        }

        if (record.Job.Product.Limits is { } limits)
        {
            Say(label, "record.group", string.Join(", ", limits.ResistanceGroups.Select(g => $"HRAC {g}")));
            Say(label, "record.label-dose", limits.MaxDosePerHa is { } most ? $"{Figures.Number(limits.MinDosePerHa, 2)}–{Figures.Number(most, 2)} {record.Job.Product.DoseUnit}/ha" : null);
            Say(label, "record.times", limits.MaxApplicationsPerSeason?.ToString(CultureInfo.InvariantCulture));
            Say(label, "record.entry", limits.ReEntryH is { } hours ? figures.Moment(record.To.AddHours(hours)) : null);
            Say(label, "record.not-before", limits.PreHarvestDays is { } days ? figures.Day(record.To.AddDays(days)) : null);
        }

        if (record.Tanks is { } tanks)
            Say(papers, "record.tanks", $"{Figures.Litres(tanks.FilledL)} L − {Figures.Litres(tanks.AppliedL)} L = {Figures.Litres(tanks.LeftL)} L");
        if (papers.Count > 0) yield return new Facts(words.Caption("record.papers"), papers);
        if (label.Count > 0) yield return new Facts(words.Caption("record.label"), label);
    }

    public static string Key(Country country) => country switch
    {
        Country.UnitedStates => "country.us",
        Country.EuropeanUnion => "country.eu",
        Country.UnitedKingdom => "country.gb",
        _ => "country.cn",
    };

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l)));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Until(DateOnly? day, Words words) => day is null ? "" : words.Joined("record.until", Day(day));
}
