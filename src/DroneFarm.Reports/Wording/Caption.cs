namespace DroneFarm.Reports.Wording;

/// <summary>A label in the leading language and, in a report of two languages, in the other one.</summary>
/// <param name="Also">Empty in a report of one language.</param>
internal readonly record struct Caption(string Main, string Also = "")
{
    public bool IsBilingual => Also.Length > 0;

    /// <summary>Both on one line.</summary>
    public string Joined => IsBilingual ? $"{Main} {Also}" : Main;

    /// <summary>Both, a line each.</summary>
    public string Stacked => IsBilingual ? $"{Main}\n{Also}" : Main;
}
