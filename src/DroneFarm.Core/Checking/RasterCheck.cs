using DroneFarm.Core.Findings;

namespace DroneFarm.Core.Checking;

/// <summary>The exact areas and the counted ones may differ by what the cells explain, field by field and for the whole job, and by no more.</summary>
internal static class RasterCheck
{
    public static Finding? Of(FieldCheck field) =>
        field.Raster is { } raster && Said("check.raster.disagrees", field.FieldId, [field], raster) is { } finding ? finding with { FieldId = field.FieldId } : null;

    public static Finding? Of(IReadOnlyList<FieldCheck> fields, RasterCount sum) => Said("check.raster.disagrees.job", Say.Count(fields.Count), fields, sum);

    /// <summary>Sums over the fields; their errors are independent of each other, so the bound is the root of the sum of squares.</summary>
    public static RasterCount? Sum(IReadOnlyList<FieldCheck> fields)
    {
        var counts = fields.Select(f => f.Raster).OfType<RasterCount>().ToList();
        if (counts.Count == 0 || counts.Count < fields.Count) return null;
        return new RasterCount(
            counts.Sum(c => c.CoveredM2), counts.Sum(c => c.DoubledM2), counts.Sum(c => c.MissedM2), counts.Sum(c => c.OffTargetM2),
            Math.Sqrt(counts.Sum(c => c.ExplainedM2 * c.ExplainedM2)), counts.Max(c => c.CellM));
    }

    private static Finding? Said(string code, string what, IReadOnlyList<FieldCheck> fields, RasterCount raster)
    {
        (double ExactM2, double CountedM2)[] pairs =
        [
            (fields.Sum(f => f.CoveredM2), raster.CoveredM2), (fields.Sum(f => f.DoubledM2), raster.DoubledM2),
            (fields.Sum(f => f.SprayableM2 - f.CoveredM2), raster.MissedM2), (fields.Sum(f => f.OffTargetM2), raster.OffTargetM2),
        ];
        return Array.TrueForAll(pairs, p => Math.Abs(p.ExactM2 - p.CountedM2) <= raster.ExplainedM2)
            ? null
            : Finding.Error(code, [what, Say.Tenth(raster.ExplainedM2), .. pairs.SelectMany(p => new[] { Say.Tenth(p.ExactM2), Say.Tenth(p.CountedM2) })]);
    }
}
