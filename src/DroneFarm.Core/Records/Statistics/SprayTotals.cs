namespace DroneFarm.Core.Records.Statistics;

/// <summary>Sums over applications. Areas in m²: a field sprayed twice counts twice.</summary>
/// <param name="ProductAmounts">By unit: litres and kilograms are not added.</param>
public sealed record SprayTotals(
    int Applications, int Fields, double SprayedM2, double PlannedM2, double DoubledM2, double MissedM2, double Litres, IReadOnlyDictionary<string, double> ProductAmounts,
    DateTimeOffset? First, DateTimeOffset? Last)
{
    public double RateLPerHa => SprayedM2 > 0 ? Litres / SprayedM2 * 10_000 : 0;

    public static SprayTotals Of(IReadOnlyCollection<FieldApplication> applications) => new(
        applications.Count,
        applications.Select(a => a.FieldKey).Distinct().Count(),
        applications.Sum(a => a.SprayedM2),
        applications.Sum(a => a.PlannedM2),
        applications.Sum(a => a.DoubledM2),
        applications.Sum(a => a.MissedM2),
        applications.Sum(a => a.Litres),
        applications.GroupBy(a => a.DoseUnit).ToDictionary(g => g.Key, g => g.Sum(a => a.ProductAmount)),
        applications.Count > 0 ? applications.Min(a => a.From) : null,
        applications.Count > 0 ? applications.Max(a => a.To) : null);
}
