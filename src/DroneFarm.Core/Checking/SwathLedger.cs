using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>Every swath of every field is flown once, whole or in parts, by the sorties; and nothing else is.</summary>
internal static class SwathLedger
{
    /// <summary>Plan files keep tenths of a millimetre; parts of a swath may each be rounded.</summary>
    private const double ToleranceM = 0.005;

    public static IEnumerable<Finding> Of(Plan plan)
    {
        var parts = plan.Sorties.SelectMany(s => s.SprayLegs.Select(l => (Sortie: s, l.Swath))).ToLookup(p => (p.Swath.FieldId, p.Swath.Number));
        var known = new HashSet<(string, int)>();
        foreach (var swath in plan.Swaths)
        {
            if (!known.Add((swath.FieldId, swath.Number)))
                yield return About("check.swath.number-twice", swath, plan);
            else if (Entry(swath, [.. parts[(swath.FieldId, swath.Number)].Select(p => p.Swath)]) is { } code)
                yield return About(code, swath, plan);
        }

        foreach (var stray in parts.Where(p => !known.Contains(p.Key)).Select(p => p.First().Swath))
            yield return About("check.swath.unknown", stray, plan);
    }

    private static Finding About(string code, Swath swath, Plan plan) =>
        Finding.Error(code, Say.Count(swath.Number), swath.FieldId) with { FieldId = swath.FieldId, At = plan.Farm.Frame.ToGeo(swath.Start) };

    /// <returns>What is wrong with the parts in which a swath is flown; null when they lie on it and make it up.</returns>
    public static string? Entry(Swath swath, List<Swath> parts)
    {
        if (parts.Exists(p => !LiesOn(p, swath))) return "check.swath.moved";
        var spans = parts.Select(p => (FromM: Math.Min(AlongM(p.Start, swath), AlongM(p.End, swath)), ToM: Math.Max(AlongM(p.Start, swath), AlongM(p.End, swath))))
            .OrderBy(s => s.FromM);
        var reachedM = 0.0;
        foreach (var (fromM, toM) in spans)
        {
            if (fromM > reachedM + ToleranceM) return "check.swath.not-flown";
            if (fromM < reachedM - ToleranceM) return "check.swath.flown-twice";
            reachedM = toM;
        }

        return reachedM < swath.LengthM - ToleranceM ? "check.swath.not-flown" : null;
    }

    private static bool LiesOn(Swath part, Swath swath) =>
        Math.Abs(part.WidthM - swath.WidthM) <= ToleranceM && part.HeightM == swath.HeightM && LiesOn(part.Start, swath) && LiesOn(part.End, swath);

    private static bool LiesOn(Geo.LocalPoint point, Swath swath)
    {
        var offM = (swath.End - swath.Start).Unit.Cross(point - swath.Start);
        return Math.Abs(offM) <= ToleranceM && AlongM(point, swath) is var alongM && alongM >= -ToleranceM && alongM <= swath.LengthM + ToleranceM;
    }

    private static double AlongM(Geo.LocalPoint point, Swath swath) => (swath.End - swath.Start).Unit.Dot(point - swath.Start);
}
