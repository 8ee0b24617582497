using System.Globalization;
using System.Text.RegularExpressions;

namespace DroneFarm.Storage.Formats.Projections;

/// <summary>
/// A projected system that is not in the table, read from its own well-known text: taken only where its projection is one that we undo, and its datum one that
/// agrees with WGS84 to better than a metre, so that no shift has to be guessed.
/// </summary>
internal static partial class ForeignCrs
{
    private static readonly Dictionary<string, (string Name, double HalfWidthDeg)> Projections = new()
    {
        ["transversemercator"] = ("Transverse_Mercator", 12),
        ["gausskruger"] = ("Transverse_Mercator", 12),
        ["lambertconformalconic"] = ("Lambert_Conformal_Conic_2SP", 60),
        ["lambertconformalconic2sp"] = ("Lambert_Conformal_Conic_2SP", 60),
    };

    private static readonly string[] Datums =
    [
        "wgs1984", "etrs1989", "europeanterrestrialreferencesystem1989", "sweref99", "nzgd2000", "newzealandgeodeticdatum2000", "eureffin", "jgd2011", "japanesegeodeticdatum2011", "china2000",
        "cgcs2000", "rgf1993", "reseaugeodesiquefrancais1993", "sirgas2000", "sistemadereferenciageocentricoparalasamericas2000", "gda2020",
    ];

    public static Crs? Of(string wkt)
    {
        var datum = Plain(Datum().Match(wkt).Groups[1].Value);
        if (!Datums.Contains(datum.StartsWith('d') && !Datums.Contains(datum) ? datum[1..] : datum)) return null;
        if (!Projections.TryGetValue(Plain(Projection().Match(wkt).Groups[1].Value), out var known) || Spheroid().Match(wkt) is not { Success: true } spheroid) return null;
        if (Numbers(Meridian(), wkt) is not [0] || Numbers(Unit(), wkt) is not [.., 1]) return null;
        var parameters = Parameter().Matches(wkt).Select(m => (Name: m.Groups[1].Value.ToLowerInvariant(), Value: Number(m.Groups[2].Value))).ToArray();
        if (parameters.FirstOrDefault(p => p.Name is "central_meridian" or "longitude_of_center") is not { Name: not null } middle) return null;
        var geographic = $"GEOGCS[\"\",DATUM[\"\",SPHEROID[\"\",{spheroid.Groups[1].Value},{spheroid.Groups[2].Value}]],";
        var area = new CrsArea(Math.Max(-180, middle.Value - known.HalfWidthDeg), -85, Math.Min(180, middle.Value + known.HalfWidthDeg), 85);
        return new Crs(0, CrsName.Title(wkt), CrsName.Title(wkt), CrsTable.Projected(geographic, known.Name, parameters), false, area);
    }

    private static double[] Numbers(Regex pattern, string wkt) => [.. pattern.Matches(wkt).Select(m => Number(m.Groups[1].Value))];

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"DATUM\s*\[\s*""([^""]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Datum();

    [GeneratedRegex(@"PROJECTION\s*\[\s*""([^""]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Projection();

    [GeneratedRegex(@"SPHEROID\s*\[\s*""[^""]*""\s*,\s*([\d.]+)\s*,\s*([\d.]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Spheroid();

    [GeneratedRegex(@"PRIMEM\s*\[\s*""[^""]*""\s*,\s*([-+\d.eE]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Meridian();

    [GeneratedRegex(@"UNIT\s*\[\s*""[^""]*""\s*,\s*([-+\d.eE]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"PARAMETER\s*\[\s*""([^""]*)""\s*,\s*([-+\d.eE]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();
}
