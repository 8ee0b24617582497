using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Pages;

/// <summary>The line above a part of the record.</summary>
internal static class Headings
{
    public const float Height = 30;

    public static void Draw(Paper paper, TextInk ink, Caption title, Caption continued = default)
    {
        var baseline = paper.Y + 20;
        ink.Draw(paper.Canvas, title.Main, Paper.Margin, baseline, Styles.Heading);
        var after = Paper.Margin + ink.Width(title.Main, Styles.Heading) + 6;
        var also = continued.Main is { Length: > 0 } ? $"{title.Also} ({continued.Joined})".Trim() : title.Also;
        ink.Draw(paper.Canvas, also, after, baseline, Styles.HeadingAlso);
        paper.Y += Height - 4;
    }
}
