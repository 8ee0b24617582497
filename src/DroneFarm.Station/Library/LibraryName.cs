namespace DroneFarm.Station.Library;

/// <summary>A name that becomes a file: what a file system of ours does not take, or what leads out of the library, is none.</summary>
public static class LibraryName
{
    private const int Longest = 80;

    public static bool IsGood(string? name) =>
        name is { Length: > 0 and <= Longest } && name[0] != '.' && name.Trim().Length == name.Length && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ');

    /// <summary>The nearest good name to what a person wrote.</summary>
    public static string From(string text)
    {
        var kept = new string([.. text.Trim().Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-')]).Trim('-');
        return kept.Length == 0 ? "farm" : kept[..Math.Min(kept.Length, Longest)];
    }
}
