namespace DroneFarm.Core.Records.Statistics;

/// <summary>Some applications of a farm, seen from all sides: by field, product, operator, drone and month.</summary>
/// <param name="Applications">In order of time.</param>
public sealed record Season(
    string FarmName,
    IReadOnlyList<FieldApplication> Applications,
    SprayTotals Totals,
    IReadOnlyList<(string Name, SprayTotals Totals)> ByField,
    IReadOnlyList<(string Name, SprayTotals Totals)> ByProduct,
    IReadOnlyList<(string Name, SprayTotals Totals)> ByOperator,
    IReadOnlyList<(string Name, SprayTotals Totals)> ByDrone,
    IReadOnlyList<(string Name, SprayTotals Totals)> ByMonth)
{
    /// <param name="utcOffset">Of the local time in which a month begins.</param>
    public static Season Of(string farmName, IEnumerable<FieldApplication> applications, TimeSpan utcOffset)
    {
        var all = applications.Where(a => !a.Withdrawn).OrderBy(a => a.From).ThenBy(a => a.FieldKey, StringComparer.Ordinal).ToList();
        return new Season(
            farmName,
            all,
            SprayTotals.Of(all),
            By(all, a => $"{a.FieldId} {a.FieldName}".Trim()),
            By(all, a => a.ProductName),
            By(all, a => a.Operator),
            By(all, a => a.Drone),
            [.. By(all, a => a.From.ToOffset(utcOffset).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)).OrderBy(m => m.Name, StringComparer.Ordinal)]);
    }

    private static List<(string Name, SprayTotals Totals)> By(List<FieldApplication> all, Func<FieldApplication, string> key) =>
        [.. all.GroupBy(key).Select(g => (g.Key, SprayTotals.Of([.. g]))).OrderByDescending(g => g.Item2.SprayedM2).ThenBy(g => g.Key, StringComparer.Ordinal)];
}
