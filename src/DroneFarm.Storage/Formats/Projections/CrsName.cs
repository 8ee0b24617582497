using System.Globalization;
using System.Text.RegularExpressions;

namespace DroneFarm.Storage.Formats.Projections;

/// <summary>What a coordinate reference system is called in files: a code of the EPSG register in one of its spellings, or well-known text.</summary>
internal static partial class CrsName
{
    /// <summary>WGS84, and what agrees with it to better than a metre: ETRS89, CGCS2000, JGD2011, RGF93.</summary>
    private static readonly int[] DegreeCodes = [4326, 4979, 4258, 4490, 6668, 4171];

    private static readonly string[] DegreeNames =
    [
        "WGS 84", "GCS_WGS_1984", "ETRS89", "GCS_ETRS_1989", "China Geodetic Coordinate System 2000", "GCS_China_Geodetic_Coordinate_System_2000",
        "JGD2011", "GCS_JGD_2011", "RGF93", "GCS_RGF_1993",
    ];

    /// <param name="said">As in <c>EPSG:28992</c>, <c>urn:ogc:def:crs:EPSG::28992</c> or <c>urn:ogc:def:crs:OGC:1.3:CRS84</c>.</param>
    public static CrsChoice? OfCode(string said)
    {
        if (said.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase)) return CrsChoice.InDegrees;
        return Code().Match(said) is { Success: true } match ? Of(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>The system of a .prj file: by its code, or by a name whose numbers it then must have too. A name is easily kept when numbers are changed.</summary>
    public static CrsChoice? OfText(string wkt)
    {
        var name = RootName().Match(wkt).Groups[1].Value;
        var known = RootCode().Match(wkt) is { Success: true } code ? Of(int.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture)) : Named(name);
        if (known is null && IsProjected(wkt)) return ForeignCrs.Of(wkt) is { } foreign ? new CrsChoice(foreign) : null;
        if (known?.Crs is not { } crs) return IsProjected(wkt) ? null : known;
        var (here, ours) = (Parameters(wkt), Parameters(crs.Wkt));
        return ours.All(p => !here.TryGetValue(p.Key, out var value) || Math.Abs(value - p.Value) < 1e-6) ? known : null;
    }

    public static bool IsProjected(string wkt) => wkt.TrimStart().StartsWith("PROJ", StringComparison.OrdinalIgnoreCase);

    /// <summary>How well-known text calls its system; for messages.</summary>
    public static string Title(string wkt) => RootName().Match(wkt) is { Success: true } match ? match.Groups[1].Value : wkt.Trim()[..Math.Min(wkt.Trim().Length, 40)];

    private static CrsChoice? Of(int epsg) =>
        DegreeCodes.Contains(epsg) ? CrsChoice.InDegrees : CrsTable.Find(epsg) is { } crs ? new CrsChoice(crs) : null;

    private static CrsChoice? Named(string name)
    {
        var plain = Plain(name);
        if (DegreeNames.Any(d => Plain(d) == plain)) return CrsChoice.InDegrees;
        return CrsTable.All.FirstOrDefault(c => Plain(c.Name) == plain || Plain(c.OtherName) == plain) is { } crs ? new CrsChoice(crs) : null;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static Dictionary<string, double> Parameters(string wkt)
    {
        var found = new Dictionary<string, double>();
        foreach (Match match in Parameter().Matches(wkt)) found[Plain(match.Groups[1].Value)] = double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return found;
    }

    [GeneratedRegex(@"EPSG[:/](?:[\w.]*[:/])?(\d{4,6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*\w+\s*\[\s*""([^""]*)""")]
    private static partial Regex RootName();

    [GeneratedRegex(@"(?:AUTHORITY|ID)\s*\[\s*""EPSG""\s*,\s*""?(\d{4,6})""?\s*\]\s*\]\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RootCode();

    [GeneratedRegex(@"PARAMETER\s*\[\s*""([^""]*)""\s*,\s*([-+\d.eE]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
