using System.Globalization;
using DroneFarm.Core.Spraying;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Storage.Catalogue;

/// <summary>Reads the part <c>record</c> of a job: what the record says besides (missions/README.md lists the properties).</summary>
internal static class RecordTermsForm
{
    private const string Root = "record";

    private static readonly Dictionary<string, Country> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cn"] = Country.China,
        ["us"] = Country.UnitedStates,
        ["eu"] = Country.EuropeanUnion,
        ["gb"] = Country.UnitedKingdom,
    };

    public static RecordTerms? Of(HandForm form) => !form.Has(Root) ? null : new RecordTerms(
        CountriesOf(form),
        form.Has(Root + ".customer") ? new Party(Text(form, "customer.name"), Text(form, "customer.address")) : null,
        form.Has(Root + ".applicator") ? ApplicatorOf(form) : null,
        form.Has(Root + ".sprayer")
            ? new SprayerCare(Text(form, "sprayer.serial"), Text(form, "sprayer.registration"), Day(form, "sprayer.calibrated_on"), Day(form, "sprayer.inspected_until"))
            : null,
        Text(form, "crop_eppo").ToUpperInvariant(),
        Text(form, "target_eppo").ToUpperInvariant(),
        form.Has(Root + ".crop_stage_bbch") ? (int)form.Number(Root + ".crop_stage_bbch", 0, 99, missing: 0) : null,
        Text(form, "use_kind"),
        Text(form, "parcel"),
        Text(form, "packages"),
        Day(form, "sown_on"),
        Day(form, "harvest_on"),
        Text(form, "permit"));

    private static List<Country> CountriesOf(HandForm form)
    {
        var countries = new List<Country>();
        foreach (var text in form.Texts(Root + ".countries"))
        {
            if (Countries.TryGetValue(text, out var country)) countries.Add(country);
            else form.Fail("file.property.none-such", Root + ".countries", text, string.Join(", ", Countries.Keys));
        }

        return countries.Count > 0 ? countries : [Country.China];
    }

    private static Applicator ApplicatorOf(HandForm form) => new(
        Text(form, "applicator.name"),
        Text(form, "applicator.address"),
        Text(form, "applicator.licence"),
        Text(form, "applicator.licence_kind"),
        Day(form, "applicator.valid_until"),
        Day(form, "applicator.tested_on"),
        Text(form, "applicator.supervisor"));

    private static string Text(HandForm form, string path) => form.Text($"{Root}.{path}", mayBeMissing: true);

    private static DateOnly? Day(HandForm form, string path)
    {
        var text = Text(form, path);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        form.Fail("file.property.no-date", $"{Root}.{path}", text);
        return null;
    }
}
