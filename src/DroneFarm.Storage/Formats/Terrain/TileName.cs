using System.Globalization;
using System.Text.RegularExpressions;

namespace DroneFarm.Storage.Formats.Terrain;

/// <summary>Which degree a tile covers, by its south-west corner: S28E151.hgt lies between 28 and 27 degrees south, 151 and 152 degrees east.</summary>
internal readonly partial record struct TileName(int SouthDeg, int WestDeg)
{
    /// <summary>The tile of a place; degrees of longitude beyond 180 go on round the earth.</summary>
    public static TileName Of(double latitudeDeg, double longitudeDeg)
    {
        var west = (int)Math.Floor(longitudeDeg);
        return new((int)Math.Floor(latitudeDeg), west >= 180 ? west - 360 : west < -180 ? west + 360 : west);
    }

    /// <summary>From the name of a file, with or without the word that some sources put before the ending (N32E120.SRTMGL1.hgt.zip); null when it is none.</summary>
    public static TileName? Read(string file)
    {
        if (Pattern().Match(Path.GetFileName(file)) is not { Success: true } match) return null;
        int Number(int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var (north, east) = (Number(2), Number(4));
        var name = new TileName(Is(match.Groups[1], 'N') ? north : -north, Is(match.Groups[3], 'E') ? east : -east);
        return name is { SouthDeg: >= -90 and < 90, WestDeg: >= -180 and < 180 } ? name : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(SouthDeg < 0 ? 'S' : 'N')}{Math.Abs(SouthDeg):00}{(WestDeg < 0 ? 'W' : 'E')}{Math.Abs(WestDeg):000}");

    private static bool Is(Group letter, char expected) => char.ToUpperInvariant(letter.ValueSpan[0]) == expected;

    [GeneratedRegex(@"^([NS])([0-9]{2})([EW])([0-9]{3})(\.[A-Z0-9_-]+)?\.hgt(\.zip)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
