namespace DroneFarm.Core.Spraying;

/// <summary>What a label allows; a limit that nobody looked up is null and is not checked. Amounts are of the product, in its own unit.</summary>
/// <param name="ResistanceGroups">Modes of action as HRAC numbers them (2020): "2" for ALS inhibitors.</param>
/// <param name="BufferM">Kept from water.</param>
/// <param name="ReEntryH">Nobody enters the field for so long after the last drop.</param>
/// <param name="PreHarvestDays">From the last application to harvest.</param>
/// <param name="FromBbch">Earliest growth stage of the crop.</param>
/// <param name="ToBbch">Latest growth stage of the crop.</param>
/// <param name="IsExample">True for the starter set: every figure is to be checked against the label.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record ProductLimits(
    IReadOnlyList<string> ResistanceGroups,
    double? MinDosePerHa = null,
    double? MaxDosePerHa = null,
    int? MaxApplicationsPerSeason = null,
    double? MaxSeasonDosePerHa = null,
    double? BufferM = null,
    double? ReEntryH = null,
    int? PreHarvestDays = null,
    int? FromBbch = null,
    int? ToBbch = null,
    bool IsExample = false,
    string Source = "");
