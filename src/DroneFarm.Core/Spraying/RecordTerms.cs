namespace DroneFarm.Core.Spraying;

/// <summary>What a record has to say that no flight can know. Everything may be missing; the record's findings say what its countries ask for.</summary>
/// <param name="Countries">Whose law applies; China when nobody says.</param>
/// <param name="Customer">For whom it was done.</param>
/// <param name="CropEppo">The crop's EPPO code, as ORYSA for rice.</param>
/// <param name="TargetEppo">Of the main weed.</param>
/// <param name="CropStageBbch">Growth stage by the BBCH monograph, 0 to 99.</param>
/// <param name="UseKind">Kind of use in the words of Regulation (EU) 2023/564: on an area, in a closed structure, seed treatment.</param>
/// <param name="Parcel">The land's official reference.</param>
/// <param name="Packages">What became of the empty packages.</param>
/// <param name="SownOn">Sown or transplanted: the season begins.</param>
/// <param name="HarvestOn">Planned.</param>
/// <param name="Permit">The authority's word where spraying from the air needs one.</param>
public sealed record RecordTerms(
    IReadOnlyList<Country> Countries,
    Party? Customer = null,
    Applicator? Applicator = null,
    SprayerCare? Sprayer = null,
    string CropEppo = "",
    string TargetEppo = "",
    int? CropStageBbch = null,
    string UseKind = "",
    string Parcel = "",
    string Packages = "",
    DateOnly? SownOn = null,
    DateOnly? HarvestOn = null,
    string Permit = "")
{
    public static RecordTerms ChinaAlone { get; } = new([Country.China]);
}
