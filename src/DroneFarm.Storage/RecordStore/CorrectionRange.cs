namespace DroneFarm.Storage.RecordStore;

/// <summary>What a number of an entry can be: outside of it the number is a slip of the hand, whatever the field and the product.</summary>
/// <param name="Unit">As messages name it; empty for an amount in the product's own unit.</param>
internal sealed record CorrectionRange(double Least, double Most, string Unit)
{
    /// <summary>A field of 10,000 ha and a tank wagon are more than any single entry holds.</summary>
    private const double MostM2 = 1e8, MostLitres = 1e6, MostProduct = 1e6, MostDosePerHa = 1e5;

    private static readonly CorrectionRange Area = new(0, MostM2, "m²");

    private static readonly Dictionary<string, CorrectionRange> Ranges = new()
    {
        ["area_m2"] = Area,
        ["planned_m2"] = Area,
        ["sprayed_m2"] = Area,
        ["doubled_m2"] = Area,
        ["missed_m2"] = Area,
        ["litres"] = new(0, MostLitres, "L"),
        ["product_amount"] = new(0, MostProduct, ""),
        ["dose_per_ha"] = new(0, MostDosePerHa, ""),
        ["wind_mps"] = new(0, 100, "m/s"),
        ["temperature_c"] = new(-60, 60, "°C"),
        ["humidity_pct"] = new(0, 100, "%"),
    };

    /// <param name="property">As the store's JSON names it.</param>
    public static CorrectionRange Of(string property) => Ranges.TryGetValue(property, out var range) ? range : new(0, double.MaxValue, "");

    public bool Holds(double value) => value >= Least && value <= Most;
}
